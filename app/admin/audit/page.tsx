import type { Metadata } from 'next'
import Link from 'next/link'
import { ShieldCheck } from 'lucide-react'
import { ActivityFilters } from '@/components/audit/activity-filters'
import { ExportLinks } from '@/components/audit/export-links'
import { Failed } from '@/components/audit/failed'
import { FoundList } from '@/components/audit/found-list'
import { ReportForm } from '@/components/audit/report-form'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { buttonStyle } from '@/components/ui/button'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { knownActs } from '@/lib/audit/act-words'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const search = await searchParams
  const filters = one(search, 'search', 'tenant', 'action', 'actorKind', 'door', 'result', 'from', 'to')
  const { cursor } = one(search, 'cursor')
  const input = { ...filters, ...(cursor && { cursor }) } as Parameters<typeof searchEvents>[1]
  const page = await ownAction(searchEvents)(input)
  return (
    <>
      <PageTitle title="Audit" action={<ExportLinks path="/api/v1/admin/audit/export" filters={filters} />}>
        Who did what in all organisations, newest first. Without a beginning it goes back 30 days.
      </PageTitle>
      <ActivityFilters
        path="/admin/audit"
        filters={filters}
        acts={Object.keys(knownActs)}
        tenants
        error={page.ok ? undefined : page.error.fields}
      />
      {page.ok ? (
        <>
          <FoundList events={page.data.items} />
          <Pager path="/admin/audit" keep={filters} cursor={cursor} nextCursor={page.data.nextCursor} />
        </>
      ) : (
        <Failed error={page.error} />
      )}
      <Section
        id="trails"
        title="Is it all there?"
        purpose="Every minute, what happened is sealed. Verifying reads all of it again."
      >
        <Link href="/admin/audit/trails" prefetch={false} className={buttonStyle()}>
          <ShieldCheck aria-hidden />
          Verify the trails
        </Link>
      </Section>
      <Section
        id="report"
        title="What existed on a date"
        purpose="Accounts, domains and what the workspace of an organisation prescribed."
      >
        <ReportForm path="/admin/audit/report" at={undefined} tenant={filters.tenant} asksTenant />
      </Section>
    </>
  )
}
