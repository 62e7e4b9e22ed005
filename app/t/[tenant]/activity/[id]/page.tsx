import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeTable } from '@/components/audit/change-table'
import { EventDetail } from '@/components/audit/event-detail'
import { BackLink } from '@/components/audit/back-link'
import { PageTitle } from '@/components/shell/page-title'
import { Section } from '@/components/ui/section'
import { showEvent } from '@/lib/audit/show-event'
import { action } from '@/lib/faces/next/action'
import { requireTenant } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'One event' }

type Props = { params: Promise<{ tenant: string; id: string }> }

export default async function EventPage({ params }: Props) {
  const { tenant: slug, id } = await params
  await requireTenant(slug)
  const event = await action(showEvent)(slug, { id })
  // Also for whom it is not: a page that may not be seen is not there.
  if (!event.ok) notFound()
  return (
    <>
      <BackLink href={`/t/${slug}/activity`}>Activity</BackLink>
      <PageTitle title={event.data.text} />
      <EventDetail event={event.data} />
      <Section id="change" title="What changed">
        <ChangeTable {...event.data} />
      </Section>
    </>
  )
}
