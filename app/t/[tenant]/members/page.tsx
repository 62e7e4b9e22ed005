import type { Metadata } from 'next'
import { InviteForm } from '@/components/accounts/invite-form'
import { InviteList } from '@/components/accounts/invite-list'
import { PeopleList } from '@/components/accounts/people-list'
import { memberRoles } from '@/components/accounts/roles'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { listInvites } from '@/lib/accounts/invites/list-invites'
import { listMembers } from '@/lib/accounts/members/list-members'
import { mayWrite } from '@/lib/faces/next/may'
import { requireTenant } from '@/lib/faces/next/session'
import { allows } from '@/lib/kernel/permissions'
import {
  inviteMemberAction,
  removeMemberAction,
  resendInviteAction,
  revokeInviteAction,
  setMemberRoleAction,
} from './actions'

export const metadata: Metadata = { title: 'Members' }

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export default async function MembersPage({ params, searchParams }: Props) {
  const { tenant: slug } = await params
  const caller = await requireTenant(slug)
  const { cursor } = one(await searchParams, 'cursor')
  const [page, invites] = await Promise.all([
    listMembers(caller, cursor ? { cursor } : {}),
    listInvites(caller, { limit: 100 }),
  ])
  const may = mayWrite(caller, 'members.manage')
  const people = {
    setRole: setMemberRoleAction.bind(null, slug),
    remove: removeMemberAction.bind(null, slug),
  }
  const open = {
    resend: resendInviteAction.bind(null, slug),
    revoke: revokeInviteAction.bind(null, slug),
  }
  return (
    <>
      <PageTitle title="Members">The people of {caller.tenantName}, and who is invited.</PageTitle>
      <PeopleList
        people={page.items}
        self={caller.userId}
        place={caller.tenantName}
        roles={memberRoles}
        actions={may ? people : undefined}
      />
      <Pager path={`/t/${slug}/members`} cursor={cursor} nextCursor={page.nextCursor} />
      <Section id="invites" title="Open invitations">
        <InviteList invites={invites.items} actions={may ? open : undefined} />
      </Section>
      {allows('members.manage', caller.kind) && (
        <Section id="invite" title="Invite somebody">
          {/* It stays where it is, so that what was being typed is there when the suspension is over. */}
          <fieldset disabled={caller.suspended} className="min-w-0">
            {caller.suspended && (
              <p className="text-soft mb-3">Nobody can be invited while {caller.tenantName} is suspended.</p>
            )}
            <InviteForm roles={memberRoles} invite={inviteMemberAction.bind(null, slug)} />
          </fieldset>
        </Section>
      )}
    </>
  )
}
