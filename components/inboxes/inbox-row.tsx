import Link from 'next/link'
import { Breakable } from '@/components/ui/breakable'
import { CopyButton } from '@/components/ui/copy-button'
import type { InboxView } from '@/lib/inboxes/view'
import { InboxChips } from './inbox-chips'
import { asideWords, unreadWords } from './words'

export function InboxRow({ inbox, href }: { inbox: InboxView; href: string }) {
  const { address, name, counts, notice } = inbox
  const aside = asideWords(counts)
  const unread = counts.inbox.unread > 0
  return (
    <li
      data-inbox={address}
      data-state={inbox.state}
      className="hairline relative grid gap-x-6 gap-y-1.5 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <Link
        href={href}
        prefetch={false}
        className="text-lg leading-7 font-medium [overflow-wrap:anywhere] underline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        <Breakable text={address} />
      </Link>
      <span className="flex sm:justify-end">
        <InboxChips inbox={inbox} />
      </span>
      <p className="text-soft [overflow-wrap:anywhere]">
        {name !== address && <>{name}. </>}
        <span className={unread ? 'text-ink font-medium' : undefined}>{unreadWords(counts.inbox)}</span>
        {aside && <>, {aside}</>}
        {notice && <span className="block text-sm">{notice}</span>}
      </p>
      <span className="relative flex sm:justify-end">
        <CopyButton text={address}>Copy address</CopyButton>
      </span>
    </li>
  )
}
