import type { Metadata } from 'next'
import { BatchList } from '@/components/batches/batch-list'
import { MoveManyForm } from '@/components/batches/move-many-form'
import { RefreshEvery } from '@/components/live/refresh-every'
import { UploadForm } from '@/components/provisioning/upload-form'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/faces/next/session'
import { inboxColumnWords } from '@/lib/provisioning/batches/csv/words'
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
      <Section
        id="open"
        title="Open many inboxes"
        purpose="A file with up to 10,000 lines, of any organisations. All of it is looked at before any of it is taken; the same file sent again goes on where it was."
      >
        <UploadForm
          id="inboxes"
          label="CSV file, or JSON lines"
          accept=".csv,.jsonl,.ndjson,text/csv,application/jsonl,application/x-ndjson"
          path="/api/v1/admin/inboxes/open-many"
          example="/inboxes-example.csv"
          columns={inboxColumnWords}
        />
      </Section>
    </>
  )
}
