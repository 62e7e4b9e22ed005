import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/components/audit/back-link'
import { PageTitle } from '@/components/shell/page-title'
import { DeleteStray } from '@/components/stray/delete-stray'
import { StrayMail } from '@/components/stray/stray-mail'
import { RelativeTime } from '@/components/ui/relative-time'
import { ownAction } from '@/lib/faces/next/action'
import { requireStaff } from '@/lib/faces/next/session'
import { showStray } from '@/lib/messages/stray/show-stray'
import { deleteStrayAction } from '../actions'

export const metadata: Metadata = { title: 'Stray mail' }

export default async function StrayMailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireStaff('admin')
  const outcome = await ownAction(showStray)({ id: (await params).id })
  if (!outcome.ok) notFound()
  const mail = outcome.data
  return (
    <>
      <BackLink href="/admin/stray">Stray mail</BackLink>
      <PageTitle
        title={mail.subject || 'No subject'}
        action={<DeleteStray mail={mail} remove={deleteStrayAction} />}
      >
        For {mail.recipient}, <RelativeTime at={mail.receivedAt} />. It is deleted by itself{' '}
        <RelativeTime at={mail.goesAt} />.
      </PageTitle>
      <StrayMail mail={mail} />
    </>
  )
}
