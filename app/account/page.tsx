import type { Metadata } from 'next'
import { Connections } from '@/components/accounts/connections'
import { NameForm } from '@/components/accounts/name-form'
import { Refused } from '@/components/accounts/refused'
import { SessionList } from '@/components/accounts/session-list'
import { SignOutEverywhere } from '@/components/accounts/sign-out-everywhere'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { listConnections } from '@/lib/accounts/connections/list-connections'
import { showMe } from '@/lib/accounts/people/show-me'
import { listSessions } from '@/lib/accounts/sessions/list-sessions'
import { providerIds } from '@/lib/faces/next/providers'
import { refusedWords } from '@/lib/faces/next/refused-words'
import { currentCaller, requirePerson } from '@/lib/faces/next/session'
import { disconnectAction, endAllSessionsAction, endSessionAction, renameMeAction } from './actions'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requirePerson()
  const { cursor, refused } = one(await searchParams, 'cursor', 'refused')
  const [me, connections, sessions] = await Promise.all([
    showMe(caller, {}),
    listConnections(caller, {}),
    listSessions(await currentCaller('sessions.self'), { cursor }),
  ])
  const offered = providerIds()
  return (
    <>
      <PageTitle title="Account">You, and where you are signed in.</PageTitle>
      <Refused words={refusedWords(refused)} />
      {me.tenants.length === 0 && !me.platformRole && (
        <p className="mb-6 max-w-prose">
          You belong to no organisation at the moment. Ask an owner of yours for an invitation; it comes to{' '}
          {me.email}.
        </p>
      )}
      <NameForm name={me.name} email={me.email} rename={renameMeAction} />
      <Section id="sessions" title="Signed in">
        <SessionList items={sessions.items} end={endSessionAction} />
        <Pager path="/account" cursor={cursor} nextCursor={sessions.nextCursor} />
        <SignOutEverywhere endAll={endAllSessionsAction} />
      </Section>
      {(offered.length > 0 || connections.items.length > 0) && (
        <Section
          id="connections"
          title="Sign in with another provider"
          purpose="A connected account signs you in as well. A link by e-mail always does."
        >
          <Connections offered={offered} connected={connections.items} disconnect={disconnectAction} />
        </Section>
      )}
    </>
  )
}
