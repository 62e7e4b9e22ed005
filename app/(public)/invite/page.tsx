import type { Metadata } from 'next'
import Link from 'next/link'
import { AcceptInvite } from '@/components/accounts/accept-invite'
import { Offer, whatBecame } from '@/components/accounts/offer'
import { NoticePage } from '@/components/shell/notice-page'
import { Providers } from '@/components/shell/providers'
import { one, type Search } from '@/components/shell/search-params'
import { serverNow } from '@/components/shell/server-now'
import { Button, buttonStyle } from '@/components/ui/button'
import { signOutAction } from '@/app/(public)/actions'
import { offerOf } from '@/lib/faces/next/accept-invite'
import { currentPerson } from '@/lib/faces/next/session'
import { acceptInviteAction } from './actions'

// The address of this page holds a secret: it is told to nobody.
export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'no-referrer' }

/** Shows only: mail scanners follow links. The button accepts. */
export default async function InvitePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { token = '' } = one(await searchParams, 'token')
  const person = await currentPerson()
  const offer = await offerOf(token)
  if (offer?.state !== 'open')
    return (
      <NoticePage title="This invitation does not open anything">
        <p className="text-soft">{whatBecame(offer)}</p>
        <Link href={person ? '/home' : '/sign-in'} className={buttonStyle()}>
          {person ? `Continue as ${person.name}` : 'Sign in'}
        </Link>
      </NoticePage>
    )
  const isOther = person !== null && person.email !== offer.email
  return (
    <Providers now={serverNow()}>
      <NoticePage title={`Join ${offer.organisation}`}>
        <Offer offer={offer} />
        {isOther ? (
          <>
            <p>
              You are signed in as <span className="[overflow-wrap:anywhere]">{person.email}</span>. This
              invitation is for another address: sign out, then open the link again.
            </p>
            <form action={signOutAction}>
              <Button type="submit">Sign out</Button>
            </form>
          </>
        ) : (
          <AcceptInvite
            token={token}
            isNew={offer.isNew}
            label={`Join ${offer.organisation}`}
            accept={acceptInviteAction}
          />
        )}
      </NoticePage>
    </Providers>
  )
}
