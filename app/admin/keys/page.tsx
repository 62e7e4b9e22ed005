import type { Metadata } from 'next'
import Link from 'next/link'
import { Plus } from 'lucide-react'
import { KeyList } from '@/components/credentials/key-list'
import { NoKeys } from '@/components/credentials/no-keys'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { buttonStyle } from '@/components/ui/button'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { listPlatformKeys } from '@/lib/credentials/list-platform-keys'
import { requireStaff } from '@/lib/faces/next/session'
import { env } from '@/lib/kernel/env'
import { revokePlatformKeyAction, rotatePlatformKeyAction } from './actions'

export const metadata: Metadata = { title: 'Platform keys' }

const path = '/admin/keys'

export default async function PlatformKeysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const filter = one(await searchParams, 'search', 'cursor')
  const { search, cursor } = filter
  const page = await listPlatformKeys(caller, filter)
  const create = (
    <Link href={`${path}/new`} className={buttonStyle({ look: 'primary' })}>
      <Plus aria-hidden />
      Create key
    </Link>
  )
  const empty = page.items.length === 0
  return (
    <>
      <PageTitle title="Platform keys" action={(!empty || search) && create}>
        For programs of the platform: they act across organisations, and in one when a call names it.
      </PageTitle>
      {(!empty || search) && (
        <SearchForm label="Search keys" placeholder="Part of a name" value={search ?? ''} action={path} />
      )}
      {empty ? (
        <NoKeys
          search={search}
          action={create}
          listHref={path}
          example={`curl ${env().NEXTAUTH_URL}/api/v1/domains -H "Authorization: Bearer $LETTERHEAD_TOKEN" -H "Letterhead-Tenant: acme"`}
        >
          Create one for each program, such as the one that opens organisations after a sign-up.
        </NoKeys>
      ) : (
        <KeyList
          keys={page.items}
          actions={{ rotate: rotatePlatformKeyAction, revoke: revokePlatformKeyAction }}
        />
      )}
      <Pager path={path} search={search} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
