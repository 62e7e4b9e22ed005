import { cx } from '@/components/ui/cx'
import type { MeterView } from '@/lib/usage/view'

interface Props {
  /** 0 to 1 */
  share: number
  level: MeterView['level']
  labelledBy: string
  /** what the bar says to those who do not see it */
  words: string
}

const fills = { ok: 'bg-soft', near: 'bg-warn-edge', full: 'bg-warn-solid' }

/** How much of a limit is used. The words stand beside it: the bar says nothing that they do not. */
export function Bar({ share, level, labelledBy, words }: Props) {
  const percent = Math.round(share * 100)
  return (
    <div
      role="meter"
      aria-labelledby={labelledBy}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
      className="border-edge bg-sunk my-2 h-2.5 max-w-xl overflow-hidden rounded-full border"
    >
      <div className={cx('h-full', fills[level])} style={{ width: `${percent}%` }} />
    </div>
  )
}
