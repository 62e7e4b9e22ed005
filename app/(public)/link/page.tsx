import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NoticePage } from '@/components/shell/notice-page'
import { one, type Search } from '@/components/shell/search-params'
import { Button } from '@/components/ui/button'
import { openLinkAction } from './actions'

export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

/** Looking at this page spends nothing: mail scanners follow links. The button does. */
export default async function LinkPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { token } = one(await searchParams, 'token')
  if (!token) redirect('/sign-in')
  return (
    <NoticePage title="Sign in">
      <p className="text-soft">This link works once. It signs this browser in for thirty days.</p>
      <form action={openLinkAction}>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" look="primary">
          Sign in to Letterhead
        </Button>
      </form>
    </NoticePage>
  )
}
