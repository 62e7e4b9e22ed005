import Link from 'next/link'
import { CircleAlert, CirclePause, Settings } from 'lucide-react'
import { BackLink } from '@/components/audit/back-link'
import { Breakable } from '@/components/ui/breakable'
import { buttonStyle } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { cx } from '@/components/ui/cx'
import type { InboxView } from '@/lib/inboxes/view'
import { InboxChips } from './inbox-chips'

interface Props {
  inbox: InboxView
  base: string
  /** something of it is being read: where there is little room, that has it */
  reading: boolean
}

/** Whose mail this is, whether more comes in, and what stands against it. */
export function InboxHeader({ inbox, base, reading }: Props) {
  const { id, address, name, notice, suspendedFor } = inbox
  return (
    <header className={cx('mb-4', reading && 'max-md:mb-0')}>
      <div className={cx('lg:hidden', reading && 'max-md:hidden')}>
        <BackLink href={base}>Inboxes</BackLink>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className={cx('min-w-0', reading && 'max-md:sr-only')}>
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">
            <Breakable text={address} /> <InboxChips inbox={inbox} />
          </h1>
          {name !== address && <p className="text-soft [overflow-wrap:anywhere]">{name}</p>}
        </div>
        <div className={cx('flex flex-wrap gap-2', reading && 'max-md:hidden')}>
          <CopyButton text={address}>Copy address</CopyButton>
          <Link href={`${base}/${id}/settings`} prefetch={false} className={buttonStyle({ size: 'sm' })}>
            <Settings aria-hidden />
            Inbox settings
          </Link>
        </div>
      </div>
      {(notice ?? suspendedFor) && (
        <Callout
          tone="warning"
          icon={suspendedFor ? CirclePause : CircleAlert}
          className={cx('mt-3', reading && 'max-md:hidden')}
        >
          {suspendedFor && <p>Suspended: {suspendedFor}</p>}
          {notice && <p>{notice}</p>}
        </Callout>
      )}
    </header>
  )
}
