import type { Metadata } from 'next'
import { ActivityList } from '@/components/audit/activity-list'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { listActivity } from '@/lib/audit/list-activity'
import { requireTenant } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'Activity' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function ActivityPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const { cursor } = one(await searchParams, 'cursor')
  const page = await listActivity(caller, cursor ? { cursor } : {})
  return (
    <>
      <PageTitle title="Activity">Who did what here, newest first.</PageTitle>
      <ActivityList events={page.items} />
      <Pager path={`/t/${slug}/activity`} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  )
}
