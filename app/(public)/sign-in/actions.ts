'use server'

import { askForLink } from '@/lib/faces/next/sign-in'

export async function askForLinkAction(input: { email: string; next: string | null }) {
  return askForLink(input)
}
