import type { Metadata } from 'next'
import { InviteForm } from '@/components/accounts/invite-form'
import { InviteList } from '@/components/accounts/invite-list'
import { PeopleList } from '@/components/accounts/people-list'
import { staffRoles } from '@/components/accounts/roles'
import { PageTitle } from '@/components/shell/page-title'
import { one, type Search } from '@/components/shell/search-params'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { listStaff } from '@/lib/accounts/staff/list-staff'
import { listStaffInvites } from '@/lib/accounts/staff/list-staff-invites'
import { requireStaff } from '@/lib/faces/next/session'
import {
  inviteStaffAction,
  removeStaffAction,
  resendStaffInviteAction,
  revokeStaffInviteAction,
  setStaffRoleAction,
} from './actions'

export const metadata: Metadata = { title: 'Staff' }

export default async function StaffPage({ searchParams }: { searchParams: Promise<Search> }) {
  const caller = await requireStaff('admin')
  const { cursor } = one(await searchParams, 'cursor')
  const [page, invites] = await Promise.all([
    listStaff(caller, cursor ? { cursor } : {}),
    listStaffInvites(caller, { limit: 100 }),
  ])
  return (
    <>
      <PageTitle title="Staff">Who runs this platform, and who is invited to.</PageTitle>
      <PeopleList
        people={page.items}
        self={caller.userId}
        place="the staff"
        roles={staffRoles}
        actions={{ setRole: setStaffRoleAction, remove: removeStaffAction }}
      />
      <Pager path="/admin/staff" cursor={cursor} nextCursor={page.nextCursor} />
      <Section id="invites" title="Open invitations">
        <InviteList
          invites={invites.items}
          actions={{ resend: resendStaffInviteAction, revoke: revokeStaffInviteAction }}
        />
      </Section>
      <Section id="invite" title="Invite somebody">
        <InviteForm roles={staffRoles} invite={inviteStaffAction} />
      </Section>
    </>
  )
}
