import type { Metadata } from 'next'
import { BatchList } from '@/components/batches/batch-list'
import { MoveManyForm } from '@/components/batches/move-many-form'
import { RefreshEvery } from '@/components/live/refresh-every'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/faces/next/session'
import { listBatches } from '@/lib/provisioning/batches/list-batches'
import { moveManyAction } from './actions'

export const metadata: Metadata = { title: 'Batches' }

export default async function BatchesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const { cursor } = one(await searchParams, 'cursor')
  const page = await listBatches(caller, { ...(cursor && { cursor }) })
  return (
    <>
      {page.items.some((batch) => batch.finishedAt === null) && <RefreshEvery seconds={2} />}
      <PageTitle title="Batches">
        Work on many tenants, one after the other. It goes on when you leave, and after any restart.
      </PageTitle>
      <BatchList batches={page.items} />
      <Pager path="/admin/batches" cursor={cursor} nextCursor={page.nextCursor} />
      <Section id="move" title="Move many tenants" purpose="Up to 500 of one environment, to one workspace.">
        <MoveManyForm move={moveManyAction} />
      </Section>
    </>
  )
}
