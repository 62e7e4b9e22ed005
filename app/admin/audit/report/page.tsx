import type { Metadata } from 'next'
import { BackLink } from '@/components/audit/back-link'
import { Failed } from '@/components/audit/failed'
import { Report } from '@/components/audit/report'
import { ReportForm } from '@/components/audit/report-form'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { reportFor } from '@/lib/audit/reports/report-for'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'What existed' }

export default async function StaffReportPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff('admin')
  const { tenant, at } = one(await searchParams, 'tenant', 'at')
  const found = tenant ? await ownAction(reportFor)({ tenant, ...(at && { at }) }) : null
  return (
    <>
      <BackLink href="/admin/audit">Audit</BackLink>
      <PageTitle title="What existed" />
      <div className="mb-6">
        <ReportForm path="/admin/audit/report" at={at} tenant={tenant} asksTenant />
      </div>
      {found && (found.ok ? <Report report={found.data} /> : <Failed error={found.error} />)}
    </>
  )
}
