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
import { listKeys } from '@/lib/credentials/list-keys'
import { mayWrite } from '@/lib/faces/next/may'
import { requireTenant } from '@/lib/faces/next/session'
import { env } from '@/lib/kernel/env'
import { endOldSecretAction, revokeKeyAction, rotateKeyAction } from './actions'

export const metadata: Metadata = { title: 'API keys' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function KeysPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const filter = one(await searchParams, 'search', 'cursor')
  const { search, cursor } = filter
  const page = await listKeys(caller, filter)
  const path = `/t/${slug}/keys`
  const mayManage = mayWrite(caller, 'keys.manage')
  const create = mayManage && (
    <Link href={`${path}/new`} className={buttonStyle({ look: 'primary' })}>
      <Plus aria-hidden />
      Create key
    </Link>
  )
  const actions = mayManage
    ? {
        rotate: rotateKeyAction.bind(null, slug),
        endOld: endOldSecretAction.bind(null, slug),
        revoke: revokeKeyAction.bind(null, slug),
      }
    : undefined
  const empty = page.items.length === 0
  return (
    <>
      <PageTitle title="API keys" action={(!empty || search) && create}>
        How programs of yours come in: each with a key of its own, and no more scopes than it needs.{' '}
        <Link href="/docs/api" className="hover:text-ink underline underline-offset-4">
          What they can call
        </Link>
      </PageTitle>
      {(!empty || search) && (
        <SearchForm label="Search keys" placeholder="Part of a name" value={search ?? ''} action={path} />
      )}
      {empty ? (
        <NoKeys
          search={search}
          action={create}
          listHref={path}
          example={`curl ${env().NEXTAUTH_URL}/api/v1/domains -H "Authorization: Bearer $LETTERHEAD_TOKEN"`}
        >
          {mayManage
            ? 'Create one, choose what it may do, and store its secret where your program reads it.'
            : 'An owner of this organisation can create one and choose what it may do.'}
        </NoKeys>
      ) : (
        <KeyList keys={page.items} actions={actions} />
      )}
      <Pager path={path} search={search} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
