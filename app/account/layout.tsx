import { redirect } from 'next/navigation'
import { signOutAction } from '@/app/(public)/actions'
import { PersonMenu } from '@/components/shell/person-menu'
import { Providers } from '@/components/shell/providers'
import { serverNow } from '@/components/shell/server-now'
import { Shell } from '@/components/shell/shell'
import { currentPerson } from '@/lib/faces/next/session'

export default async function AccountLayout({ children }: { children: React.ReactNode }) {
  const person = await currentPerson()
  if (!person) redirect('/sign-in?next=/account')
  return (
    <Providers now={serverNow()}>
      <Shell home="/home" title="Account" menu={<PersonMenu person={person} signOut={signOutAction} />}>
        {children}
      </Shell>
    </Providers>
  )
}
