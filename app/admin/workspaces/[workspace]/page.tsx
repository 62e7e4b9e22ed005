import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, Suspense } from 'react'
import { BackLink } from '@/components/audit/back-link'
import { Failed } from '@/components/audit/failed'
import { Facts } from '@/components/audit/facts'
import { RetentionPreview } from '@/components/messages/retention-preview'
import { Environment } from '@/components/shell/environment'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { environmentWords } from '@/components/tenants/words'
import { ExactTime } from '@/components/ui/exact-time'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { PolicyEditor } from '@/components/workspaces/policy-editor'
import { PolicyHistory } from '@/components/workspaces/policy-history'
import { TenantsInside } from '@/components/workspaces/tenants-inside'
import { tenantsWords } from '@/components/workspaces/words'
import { WorkspaceMenu } from '@/components/workspaces/workspace-menu'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { previewRetention } from '@/lib/messages/retention/preview-retention'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { policyHistory } from '@/lib/workspaces/policy/policy-history'
import { previewPolicy } from '@/lib/workspaces/policy/preview-policy'
import { showWorkspace } from '@/lib/workspaces/show-workspace'
import {
  archiveWorkspaceAction,
  deleteWorkspaceAction,
  editWorkspaceAction,
  restorePolicyAction,
  restoreWorkspaceAction,
  setPolicyAction,
} from '../actions'

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> }

const shown = cache((workspace: string) => ownAction(showWorkspace)({ workspace }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await shown((await params).workspace)
  return { title: found.ok ? found.data.name : 'Workspace' }
}

export default async function WorkspacePage({ params, searchParams }: Props) {
  const caller = await requireStaff('admin')
  const { workspace: slug } = await params
  const found = await shown(slug)
  if (!found.ok) return notFound()
  const workspace = found.data
  const search = await searchParams
  const { cursor, history } = one(search, 'cursor', 'history')
  const days = one(search, 'inbox', 'spam', 'trash')
  const [asItIs, tenants, revisions] = await Promise.all([
    previewPolicy(caller, { workspace: slug, policy: {} }),
    searchTenants(caller, { workspace: slug, ...(cursor && { cursor }) }),
    policyHistory(caller, { workspace: slug, limit: 10, ...(history && { cursor: history }) }),
  ])
  const path = `/admin/workspaces/${slug}`
  return (
    <>
      <BackLink href="/admin/workspaces">Workspaces</BackLink>
      <PageTitle
        title={workspace.name}
        mark={<Environment name={workspace.environment} />}
        action={
          <WorkspaceMenu
            workspace={workspace}
            edit={editWorkspaceAction}
            archive={archiveWorkspaceAction}
            restore={restoreWorkspaceAction}
            remove={deleteWorkspaceAction}
          />
        }
      >
        {workspace.description}
      </PageTitle>
      <Facts
        of={[
          [
            'Slug',
            <span key="slug" className="pasted">
              {workspace.slug}
            </span>,
          ],
          ['Environment', `${environmentWords[workspace.environment]}, for good`],
          ['Default', workspace.isDefault ? 'New tenants come here when nothing else says where' : null],
          ['Patterns', workspace.patterns.length > 0 ? <Patterns key="p" of={workspace.patterns} /> : 'None'],
          ['Tenants', tenantsWords(workspace.tenants)],
          ['Created', <ExactTime key="at" at={workspace.createdAt} />],
          ['Archived', workspace.archivedAt && <ExactTime key="gone" at={workspace.archivedAt} />],
        ]}
      />
      <Section
        id="policy"
        title="Policy"
        purpose="The tighter of plan and policy holds for a tenant. Empty is the plan’s. Nothing is copied, so an edit holds at once."
      >
        <PolicyEditor
          slug={slug}
          name={workspace.name}
          policy={workspace.policy}
          asItIs={asItIs}
          set={setPolicyAction}
        />
      </Section>
      <Section id="history" title="History of the policy">
        <PolicyHistory
          slug={slug}
          policy={workspace.policy}
          revisions={revisions.items}
          first={revisions.first}
          restore={restorePolicyAction}
        />
        <Pager path={path} as="history" cursor={history} nextCursor={revisions.nextCursor} />
      </Section>
      <Section id="tonight" title="Tonight" purpose="Mail whose days are over is deleted for good, at night.">
        <Suspense fallback={<SkeletonRows rows={2} label="Counting what tonight deletes" />}>
          <Tonight slug={slug} days={days} />
        </Suspense>
      </Section>
      <Section id="tenants" title="Tenants">
        <TenantsInside tenants={tenants.items} />
        <Pager path={path} cursor={cursor} nextCursor={tenants.nextCursor} />
      </Section>
    </>
  )
}

type Days = Partial<Record<'inbox' | 'spam' | 'trash', string>>

/** Comes after the rest: counting takes a while where much goes. */
async function Tonight({ slug, days }: { slug: string; days: Days }) {
  const tonight = await ownAction(previewRetention)({ workspace: slug, ...proposalOf(days) })
  if (!tonight.ok) return <Failed error={tonight.error} />
  return <RetentionPreview path={`/admin/workspaces/${slug}`} preview={tonight.data} days={days} />
}

/** Days out of the address; what is no number is left out. */
const proposalOf = (days: Days) =>
  Object.fromEntries(
    Object.entries(days).flatMap(([name, typed]) =>
      typed && /^\d{1,6}$/.test(typed) ? [[`${name}RetentionDays`, Number(typed)]] : [],
    ),
  )

const Patterns = ({ of }: { of: string[] }) => (
  <ul>
    {of.map((pattern) => (
      <li key={pattern} className="pasted">
        {pattern}
      </li>
    ))}
  </ul>
)
