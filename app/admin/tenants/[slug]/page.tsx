import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CirclePause } from 'lucide-react'
import { BackLink } from '@/components/audit/back-link'
import { TenantSteps } from '@/components/provisioning/tenant-steps'
import { Environment } from '@/components/shell/environment'
import { ChangePlan } from '@/components/tenants/change-plan'
import { DomainNames } from '@/components/tenants/domain-names'
import { InviteOwner } from '@/components/tenants/invite-owner'
import { LimitList } from '@/components/tenants/limit-list'
import { MoveList } from '@/components/tenants/move-list'
import { MoveTenant } from '@/components/tenants/move-tenant'
import { RenameTenant } from '@/components/tenants/rename-tenant'
import { SuspendTenant } from '@/components/tenants/suspend-tenant'
import { TenantFacts } from '@/components/tenants/tenant-facts'
import { Callout } from '@/components/ui/callout'
import { ExactTime } from '@/components/ui/exact-time'
import { Section } from '@/components/ui/section'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { listProvisionSteps } from '@/lib/provisioning/tenants/list-provision-steps'
import { inspectTenant } from '@/lib/tenants/inspect-tenant'
import {
  inviteOwnerAction,
  moveTenantAction,
  reactivateTenantAction,
  renameTenantAction,
  setPlanAction,
  suspendTenantAction,
  undoMoveAction,
} from '../actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Tenant ${(await params).slug}` }
}

export default async function TenantPage({ params }: Props) {
  await requireStaff('admin')
  const named = { tenant: (await params).slug }
  const [found, steps] = await Promise.all([
    ownAction(inspectTenant)(named),
    ownAction(listProvisionSteps)(named),
  ])
  if (!found.ok) notFound()
  const tenant = found.data
  const provisions = steps.ok ? steps.data.items.filter((one) => one.steps.length > 0) : []
  const { suspension } = tenant
  return (
    <>
      <BackLink href="/admin/tenants">Tenants</BackLink>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="flex min-w-0 flex-wrap items-center gap-2 text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">
          {tenant.name} <Environment name={tenant.workspace.environment} />
        </h1>
        <div className="flex flex-wrap items-center gap-2">
          <RenameTenant tenant={tenant} rename={renameTenantAction} />
          <SuspendTenant tenant={tenant} suspend={suspendTenantAction} reactivate={reactivateTenantAction} />
        </div>
      </div>
      {suspension && (
        <Callout tone="bad" icon={CirclePause} className="mb-6" role="status">
          <p className="[overflow-wrap:anywhere]">
            Suspended since <ExactTime at={suspension.since} />. Its people read: {suspension.reason}
          </p>
        </Callout>
      )}
      <TenantFacts
        tenant={tenant}
        plan={<ChangePlan tenant={tenant} setPlan={setPlanAction} />}
        move={<MoveTenant tenant={tenant} move={moveTenantAction} />}
      />
      {tenant.members === 0 && (
        <Section id="owner" title="Nobody is in it" purpose="Its first owner invites the others.">
          <InviteOwner slug={tenant.slug} name={tenant.name} invite={inviteOwnerAction} />
        </Section>
      )}
      <Section
        id="limits"
        title="Limits"
        purpose="The tighter of what its plan gives and what the policy of its workspace says."
      >
        <LimitList limits={tenant.limits} holds={tenant.holds} />
      </Section>
      <Section id="domains" title="Domains">
        <DomainNames domains={tenant.domains} />
        {tenant.domainCount > tenant.domains.length && (
          <p className="text-soft mt-2 text-sm">
            And {(tenant.domainCount - tenant.domains.length).toLocaleString('en')} older.
          </p>
        )}
      </Section>
      {provisions.length > 0 && (
        <Section id="steps" title="Provisioning">
          <TenantSteps provisions={provisions} />
        </Section>
      )}
      <Section id="moves" title="Moves">
        <MoveList moves={tenant.moves} undo={undoMoveAction} />
      </Section>
    </>
  )
}
