'use server'

import { openLink } from '@/lib/faces/next/sign-in'

export async function openLinkAction(form: FormData): Promise<void> {
  await openLink(form)
}
