import Link from 'next/link'
import { Tag, UserX } from 'lucide-react'
import { sizeWords } from '@/components/messages/words'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { RelativeTime } from '@/components/ui/relative-time'
import type { StrayView } from '@/lib/messages/stray/view'
import { reasonWords } from './words'

const icons = { unknown_tag: Tag, unknown_recipient: UserX } as const

export function StrayList({ mails, filtered }: { mails: StrayView[]; filtered: boolean }) {
  if (mails.length === 0)
    return filtered ? (
      <EmptyState title="No stray mail matches">
        Look for a shorter part of the address, or for any reason.
      </EmptyState>
    ) : (
      <EmptyState title="There is no stray mail">
        Mail is kept here that was accepted for an address that nobody has: behind the mail network, which
        accepts before it asks, and at our own door for a tag of the shared address that no customer has. It
        is not answered, as its sender may be forged.
      </EmptyState>
    )
  return (
    <ul className="border-line border-t">
      {mails.map(({ id, reason, recipient, subject, from, envelopeFrom, receivedAt, size }) => (
        <li key={id} className="hairline grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
          <div>
            <Chip tone="neutral" icon={icons[reason]}>
              {reasonWords[reason]}
            </Chip>
          </div>
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <h2 className="font-medium">
              <Link
                href={`/admin/stray/${id}`}
                prefetch={false}
                className="underline-offset-4 hover:underline"
              >
                <bdi>{subject || 'No subject'}</bdi>
              </Link>
            </h2>
            <p className="text-soft text-sm">
              For <span className="pasted">{recipient}</span>, from{' '}
              <bdi>{from || envelopeFrom || 'nobody'}</bdi>
            </p>
          </div>
          <p className="text-soft text-sm leading-6">
            <RelativeTime at={receivedAt} />, {sizeWords(size)}
          </p>
        </li>
      ))}
    </ul>
  )
}
