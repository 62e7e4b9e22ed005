import type { Metadata } from 'next'
import Link from 'next/link'
import { AttentionList } from '@/components/domains/attention-list'
import { PageTitle } from '@/components/shell/page-title'
import { buttonStyle } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { Attention } from '@/components/usage-overview/attention'
import { Totals } from '@/components/usage-overview/totals'
import { listAttention } from '@/lib/domains/list-attention'
import { requireStaff } from '@/lib/faces/next/session'
import { listBatches } from '@/lib/provisioning/batches/list-batches'
import { countUsage } from '@/lib/usage/overview/count-usage'

export const metadata: Metadata = { title: 'Administration' }

export default async function AdminPage() {
  const caller = await requireStaff('admin')
  const [attention, totals, batches] = await Promise.all([
    listAttention(caller, {}),
    countUsage(caller, {}),
    listBatches(caller, {}),
  ])
  return (
    <>
      <PageTitle
        title="Administration"
        action={
          <Link href="/admin/provision" className={buttonStyle({ look: 'primary' })}>
            Provision a tenant
          </Link>
        }
      >
        What needs a decision, then where everybody lives.
      </PageTitle>
      <Section id="attention" title="Tenants that need attention">
        <Attention totals={totals} batches={batches.items.filter((batch) => batch.finishedAt === null)} />
      </Section>
      <Section id="domains" title="Domains that need attention">
        <AttentionList items={attention.items} />
      </Section>
      <Section id="everybody" title="Where everybody lives">
        <Totals totals={totals} />
      </Section>
    </>
  )
}
