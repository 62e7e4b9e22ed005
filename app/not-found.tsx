import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { NoticePage } from '@/components/shell/notice-page'
import { buttonStyle } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  await connection() // rendered per request, so that its scripts carry the request's nonce
  return (
    <NoticePage title="There is nothing here">
      <p className="text-soft">
        The address may be mistyped, or what was here is gone, or it belongs to an organisation you are not
        signed in to.
      </p>
      <Link href="/" className={buttonStyle()}>
        Go to the start
      </Link>
    </NoticePage>
  )
}
