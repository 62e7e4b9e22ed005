import type { Metadata } from 'next'
import { connection } from 'next/server'
import { NoticePage } from '@/components/shell/notice-page'
import { Personas } from '@/components/local/personas'
import { isLocalMode } from '@/lib/kernel/env'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage() {
  await connection()
  const local = isLocalMode()
  return (
    <NoticePage title="Sign in">
      {local ? (
        <>
          <p className="text-soft">This is the local world: no password, three people to be.</p>
          <Personas />
        </>
      ) : (
        <p className="text-soft">
          Sign-in is provided by the platform. This installation has no sign-in provider configured yet.
        </p>
      )}
    </NoticePage>
  )
}
