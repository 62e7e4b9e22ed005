import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { AskForLink } from '@/components/accounts/ask-for-link'
import { ProviderButton } from '@/components/accounts/provider-button'
import { Refused } from '@/components/accounts/refused'
import { Personas } from '@/components/local/personas'
import { NoticePage } from '@/components/shell/notice-page'
import { one, type Search } from '@/components/shell/search-params'
import { safeNext } from '@/lib/accounts/sign-in/safe-next'
import { providerIds } from '@/lib/faces/next/providers'
import { currentPerson } from '@/lib/faces/next/session'
import { refusedWords } from '@/lib/faces/next/refused-words'
import { isLocalMode } from '@/lib/kernel/env'
import { askForLinkAction } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  await connection()
  const { next, refused, error } = one(await searchParams, 'next', 'refused', 'error')
  const person = await currentPerson()
  const to = safeNext(next)
  return (
    <NoticePage title="Sign in">
      <Refused words={refusedWords(refused ?? (error && 'provider_failed'))} />
      {person && (
        <p className="text-soft">
          You are signed in as {person.email}.{' '}
          <Link href={to ?? '/home'} className="underline underline-offset-4">
            Continue
          </Link>
        </p>
      )}
      <AskForLink ask={askForLinkAction} next={to} />
      {providerIds().map((provider) => (
        <ProviderButton key={provider} provider={provider} verb="Sign in" callbackUrl={to ?? '/home'} />
      ))}
      {isLocalMode() && (
        <section aria-labelledby="local" className="mt-6 w-full">
          <h2 id="local" className="font-medium">
            This is the local world
          </h2>
          <p className="text-soft mt-1 mb-4">
            No mail leaves it: the link lands in{' '}
            <Link href="/local" className="underline underline-offset-4">
              Local DNS and mail
            </Link>
            . Or enter without one.
          </p>
          <Personas />
        </section>
      )}
    </NoticePage>
  )
}
