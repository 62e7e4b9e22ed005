import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/components/audit/back-link'
import { Failed } from '@/components/audit/failed'
import { Report } from '@/components/audit/report'
import { ReportForm } from '@/components/audit/report-form'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { report } from '@/lib/audit/reports/report'
import { action } from '@/lib/faces/next/action'
import { requireTenant } from '@/lib/faces/next/session'

export const metadata: Metadata = { title: 'What existed' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function ReportPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  await requireTenant(slug)
  const { at } = one(await searchParams, 'at')
  const found = await action(report)(slug, at ? { at } : {})
  if (!found.ok && found.error.code === 'forbidden') notFound()
  return (
    <>
      <BackLink href={`/t/${slug}/activity`}>Activity</BackLink>
      <PageTitle title="What existed" />
      <div className="mb-6">
        <ReportForm path={`/t/${slug}/activity/report`} at={at} />
      </div>
      {found.ok ? <Report report={found.data} /> : <Failed error={found.error} />}
    </>
  )
}
