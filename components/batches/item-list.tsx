import { Check, Clock, X } from 'lucide-react'
import Link from 'next/link'
import { Chip } from '@/components/ui/chip'
import type { BatchItemView } from '@/lib/provisioning/batches/view'

const states = {
  done: { tone: 'good', icon: Check, word: 'Done' },
  waiting: { tone: 'waiting', icon: Clock, word: 'Waits' },
  refused: { tone: 'bad', icon: X, word: 'Refused' },
} as const

export function ItemList({ items }: { items: BatchItemView[] }) {
  if (items.length === 0) return <p className="text-soft border-line border-y py-6">There are none.</p>
  return (
    <ol className="border-line border-t">
      {items.map(({ id, number, label, state, tenant, problem, inbox }) => {
        const { tone, icon, word } = states[state]
        return (
          <li
            key={id}
            className="hairline grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 py-3 sm:grid-cols-[4rem_7rem_minmax(0,1fr)]"
          >
            <span className="text-soft text-sm leading-6 tabular-nums">{number.toLocaleString('en')}</span>
            <span>
              <Chip tone={tone} icon={icon}>
                {word}
              </Chip>
            </span>
            <div className="min-w-0 [overflow-wrap:anywhere] max-sm:col-span-2">
              {tenant ? (
                <Link href={`/admin/tenants/${tenant}`} className="pasted underline underline-offset-4">
                  {label}
                </Link>
              ) : (
                <span className="pasted">{label}</span>
              )}
              {inbox && (
                <p className="text-soft text-sm">
                  {inbox.address},{' '}
                  {inbox.grantId ? (
                    <>
                      grant <span className="pasted">{inbox.grantId}</span>
                    </>
                  ) : (
                    'its grant is revoked'
                  )}
                </p>
              )}
              {problem && <p className="text-soft text-sm">{problem}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
