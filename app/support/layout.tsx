import { redirect } from 'next/navigation'
import { signOutAction } from '@/app/(public)/actions'
import { StaffFrame } from '@/components/shell/staff-frame'
import { currentPerson } from '@/lib/faces/next/session'

export default async function SupportLayout({ children }: { children: React.ReactNode }) {
  const person = await currentPerson()
  if (!person) redirect('/sign-in')
  return (
    <StaffFrame person={person} title="Support" here="/support" signOut={signOutAction}>
      {children}
    </StaffFrame>
  )
}
