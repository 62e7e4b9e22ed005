import type { Metadata } from 'next'
import { ActivityFilters } from '@/components/audit/activity-filters'
import { ActivityList } from '@/components/audit/activity-list'
import { ExportLinks } from '@/components/audit/export-links'
import { ReportForm } from '@/components/audit/report-form'
import { TrailState, VerifyForm } from '@/components/audit/trail-state'
import { Failed } from '@/components/audit/failed'
import { RefreshOn } from '@/components/live/refresh-on'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { knownActs } from '@/lib/audit/act-words'
import { listActivity } from '@/lib/audit/list-activity'
import { verifyTrail } from '@/lib/audit/verify-trail'
import { action } from '@/lib/faces/next/action'
import { requireTenant } from '@/lib/faces/next/session'
import { allows } from '@/lib/kernel/permissions'

export const metadata: Metadata = { title: 'Activity' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function ActivityPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const { kind } = await requireTenant(slug)
  const search = await searchParams
  const filters = one(search, 'search', 'action', 'actorKind', 'door', 'result', 'from', 'to')
  const { cursor, verify, expectHead } = one(search, 'cursor', 'verify', 'expectHead')
  const mayVerify = allows('audit.verify', kind)
  const input = { ...filters, ...(cursor && { cursor }) } as Parameters<typeof listActivity>[1]
  const [page, trail] = await Promise.all([
    action(listActivity)(slug, input),
    mayVerify && verify ? action(verifyTrail)(slug, expectHead ? { expectHead } : {}) : null,
  ])
  const path = `/t/${slug}/activity`
  return (
    <>
      <PageTitle
        title="Activity"
        action={allows('audit.export', kind) && <ExportLinks path={`${path}/export`} filters={filters} />}
      >
        Who did what here, newest first.
      </PageTitle>
      {!cursor && !verify && <RefreshOn noun="audit" />}
      {trail && (trail.ok ? <TrailState trail={trail.data} /> : <Failed error={trail.error} />)}
      <ActivityFilters
        path={path}
        filters={filters}
        acts={Object.keys(knownActs)}
        error={page.ok ? undefined : page.error.fields}
      />
      {page.ok ? (
        <>
          <ActivityList
            events={page.data.items}
            filtered={Object.keys(filters).length > 0}
            detailPath={allows('audit.detail', kind) ? path : undefined}
          />
          <Pager path={path} keep={filters} cursor={cursor} nextCursor={page.data.nextCursor} />
        </>
      ) : (
        <Failed error={page.error} />
      )}
      {mayVerify && (
        <Section
          id="trail"
          title="Is it all there?"
          purpose="Every minute, what happened is sealed. Verifying reads all of it again and finds what was changed, removed or put in later."
        >
          <VerifyForm path={path} expectHead={expectHead} />
        </Section>
      )}
      {allows('audit.report', kind) && (
        <Section
          id="report"
          title="What existed on a date"
          purpose="Accounts, domains and what the workspace prescribed, to print or keep."
        >
          <ReportForm path={`${path}/report`} at={undefined} />
        </Section>
      )}
    </>
  )
}
