import type { Metadata } from 'next'
import { Attempts } from '@/components/health/attempts'
import { Findings } from '@/components/health/findings'
import { QueueTable } from '@/components/health/queue-table'
import { PageTitle } from '@/components/shell/page-title'
import { ExactTime } from '@/components/ui/exact-time'
import { Section } from '@/components/ui/section'
import { currentCaller, requireStaff } from '@/lib/faces/next/session'
import { showHealth } from '@/lib/provisioning/health/show-health'
import { retryNotificationsAction } from './actions'

export const metadata: Metadata = { title: 'Health' }

export default async function HealthPage() {
  await requireStaff('admin')
  const health = await showHealth(await currentCaller('health.read'), {})
  const { version, time } = health.database
  return (
    <>
      <PageTitle title="Health">
        PostgreSQL {version}, <ExactTime at={time} /> on its clock.
      </PageTitle>
      <Section id="attempts" title="Across organisations">
        <Attempts attempts={health.attempts} />
      </Section>
      <Section id="findings" title="What runs by itself">
        <Findings health={health} retry={retryNotificationsAction} />
      </Section>
      <Section id="queues" title="Queues">
        <QueueTable queues={health.queues} />
      </Section>
    </>
  )
}
