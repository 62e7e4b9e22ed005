import type { Metadata } from 'next'
import { Suspense } from 'react'
import { RefreshOn } from '@/components/live/refresh-on'
import { RetentionLine } from '@/components/messages/retention-line'
import { PageTitle } from '@/components/shell/page-title'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import { HoldList } from '@/components/usage/hold-list'
import { MeterList } from '@/components/usage/meter-list'
import { requireTenant } from '@/lib/faces/next/session'
import { myRetention } from '@/lib/messages/retention/my-retention'
import { showUsage } from '@/lib/usage/show-usage'

export const metadata: Metadata = { title: 'Usage' }

// What fills a meter, or changes what it is held to.
const told = ['usage', 'domains', 'members', 'sends', 'inboxes', 'messages']

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
      <Suspense fallback={<Skeleton className="mt-6 h-5 max-w-prose" />}>
        <Retention slug={slug} />
      </Suspense>
      <Section id="holds" title="What holds for each message">
        <HoldList holds={usage.holds} nextPlan={usage.nextPlan} />
      </Section>
      {told.map((noun) => (
        <RefreshOn key={noun} noun={noun} />
      ))}
    </>
  )
}

/** Comes after the rest: counting what goes tonight takes a while where much does. */
async function Retention({ slug }: { slug: string }) {
  const caller = await requireTenant(slug)
  return <RetentionLine retention={await myRetention(caller, {})} />
}
