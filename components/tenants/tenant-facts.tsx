import Link from 'next/link'
import { ExactTime } from '@/components/ui/exact-time'
import type { InspectedTenantView } from '@/lib/tenants/view'
import { assignmentWords, environmentWords, planWords } from './words'

interface Props {
  tenant: InspectedTenantView
  /** what changes the plan */
  plan: React.ReactNode
  /** what changes the workspace */
  move: React.ReactNode
}

export function TenantFacts({ tenant, plan, move }: Props) {
  const { workspace } = tenant
  return (
    <dl className="border-line border-t">
      <Fact term="Slug">
        <span className="pasted">{tenant.slug}</span>
      </Fact>
      <Fact term="Plan" act={plan}>
        {planWords[tenant.plan]}
      </Fact>
      <Fact term="Workspace" act={move}>
        <Link href={`/admin/workspaces/${workspace.slug}`} className="underline">
          {workspace.name}
        </Link>
        <span className="text-soft">, {assignmentWords[tenant.assignment]}</span>
      </Fact>
      <Fact term="Environment">{environmentWords[workspace.environment]}, for good</Fact>
      <Fact term="Members">{tenant.members.toLocaleString('en')}</Fact>
      {tenant.trialAddress && (
        <Fact term="Trial address">
          <span className="pasted">{tenant.trialAddress}</span>
        </Fact>
      )}
      <Fact term="Created">
        <ExactTime at={tenant.createdAt} />
      </Fact>
    </dl>
  )
}

function Fact({ term, act, children }: { term: string; act?: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="hairline grid items-center gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[9rem_1fr]">
      <dt className="text-soft text-sm">{term}</dt>
      <dd className="flex min-w-0 flex-wrap items-center justify-between gap-3">
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
        {act}
      </dd>
    </div>
  )
}
