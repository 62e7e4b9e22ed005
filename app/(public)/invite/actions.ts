'use server'

import { accept } from '@/lib/faces/next/accept-invite'

export async function acceptInviteAction(input: Parameters<typeof accept>[0]) {
  return accept(input)
}
