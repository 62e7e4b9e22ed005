import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import type { BatchView } from '@/lib/provisioning/batches/view'

interface Props {
  path: string
  state: string | undefined
  batch: BatchView
}

/** Which items are listed: in the URL, so that it can be shared. */
export function ItemFilter({ path, state, batch }: Props) {
  const { total, done, refused } = batch
  const choices = [
    { label: 'All', count: total },
    { label: 'Refused', value: 'refused', count: refused },
    { label: 'Waiting', value: 'waiting', count: total - done - refused },
    { label: 'Done', value: 'done', count: done },
  ]
  return (
    <nav aria-label="Filter" className="mb-4 flex flex-wrap gap-2">
      {choices.map(({ label, value, count }) => (
        <Link
          key={label}
          href={value ? `${path}?state=${value}` : path}
          aria-current={value === state ? 'true' : undefined}
          className={buttonStyle({ look: value === state ? 'primary' : 'quiet', size: 'sm' })}
        >
          {label} <span className="tabular-nums">{count.toLocaleString('en')}</span>
        </Link>
      ))}
    </nav>
  )
}
