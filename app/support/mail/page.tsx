import type { Metadata } from 'next'
import { FindMail } from '@/components/messages/find-mail'
import { PageTitle } from '@/components/shell/page-title'
import { requireStaff } from '@/lib/faces/next/session'
import { findMailAction, openAccessAction } from '../actions'

export const metadata: Metadata = { title: 'Find mail' }

export default async function FindMailPage() {
  const { credential, userId } = await requireStaff('support')
  return (
    <>
      <PageTitle title="Find mail">
        Look for mail across all customers: whether it came, where it lies, and why. Each customer it touches
        reads in its activity that you looked, and your reason.
      </PageTitle>
      <FindMail find={findMailAction} open={openAccessAction} who={credential?.id ?? userId} />
    </>
  )
}
