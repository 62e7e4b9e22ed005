'use server'

import { answerLogin } from '@/lib/faces/next/authorize'

export async function answerLoginAction(code: string, answer: 'approved' | 'denied') {
  return answerLogin(code, answer)
}
