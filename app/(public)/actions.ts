'use server'

import { signOut } from '@/lib/faces/next/sign-out'

export async function signOutAction(): Promise<void> {
  await signOut()
}
