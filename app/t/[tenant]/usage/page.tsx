import type { Metadata } from 'next'
import { RefreshOn } from '@/components/live/refresh-on'
import { PageTitle } from '@/components/shell/page-title'
import { MeterList } from '@/components/usage/meter-list'
import { requireTenant } from '@/lib/faces/next/session'
import { showUsage } from '@/lib/usage/show-usage'

export const metadata: Metadata = { title: 'Usage' }

// What fills a meter, or changes what it is held to.
const told = ['usage', 'domains', 'members', 'sends']

export default async function UsagePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const usage = await showUsage(caller, {})
  return (
    <>
      <PageTitle title="Usage">
        {caller.tenantName} is on the {usage.plan} plan. These are its limits and what is used of them now.
        {usage.suspended && ' It is suspended: nothing more is used until it is reactivated.'}
      </PageTitle>
      <MeterList usage={usage} />
      {told.map((noun) => (
        <RefreshOn key={noun} noun={noun} />
      ))}
    </>
  )
}
