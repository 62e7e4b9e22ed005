import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BatchProgress } from '@/components/batches/batch-progress'
import { ItemFilter } from '@/components/batches/item-filter'
import { ItemList } from '@/components/batches/item-list'
import { StopBatch } from '@/components/batches/stop-batch'
import { UndoBatch } from '@/components/batches/undo-batch'
import { RefreshEvery } from '@/components/live/refresh-every'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { RelativeTime } from '@/components/ui/relative-time'
import { Section } from '@/components/ui/section'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { listBatchItems } from '@/lib/provisioning/batches/list-batch-items'
import { showBatch } from '@/lib/provisioning/batches/show-batch'
import { stopBatchAction, undoBatchAction } from '../actions'

export const metadata: Metadata = { title: 'Batch' }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Search>
}

export default async function BatchPage({ params, searchParams }: Props) {
  await requireStaff('admin')
  const { id } = await params
  const { state, cursor } = one(await searchParams, 'state', 'cursor')
  const input = { id, ...(state && { state }), ...(cursor && { cursor }) } as Parameters<
    typeof listBatchItems
  >[1]
  // One after the other: a batch that is finished is not read again, so its items have to be as late as its end.
  const shown = await ownAction(showBatch)({ id })
  const items = await ownAction(listBatchItems)(input)
  if (!shown.ok || !items.ok) notFound()
  const batch = shown.data
  const path = `/admin/batches/${id}`
  const isOpen = batch.finishedAt === null
  return (
    <>
      {isOpen && <RefreshEvery seconds={1} />}
      <PageTitle
        title={batch.label}
        action={
          batch.canUndo ? (
            <UndoBatch batch={batch} undo={undoBatchAction} />
          ) : (
            isOpen && !batch.stopped && <StopBatch batch={batch} stop={stopBatchAction} />
          )
        }
      >
        Started by {batch.startedBy} <RelativeTime at={batch.createdAt} />.
      </PageTitle>
      <BatchProgress batch={batch} />
      {batch.stopped && <p className="text-soft mt-2 max-w-prose text-sm">{batch.stopped}</p>}
      <Section id="items" title="One by one">
        <ItemFilter path={path} state={state} batch={batch} />
        <ItemList items={items.data.items} />
        <Pager path={path} keep={state ? { state } : {}} cursor={cursor} nextCursor={items.data.nextCursor} />
      </Section>
    </>
  )
}
