import { cva } from 'class-variance-authority'
import type { LucideIcon } from 'lucide-react'

const style = cva(
  'inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-[0.8125rem] leading-5 font-medium motion-safe:transition-colors motion-safe:duration-200 [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'border-edge bg-sunk text-soft',
        good: 'border-good-edge bg-good-tint text-good',
        'good-solid': 'border-good-solid bg-good-solid text-paper',
        warning: 'border-warn-edge bg-warn-tint text-warn',
        'warning-solid': 'border-warn-solid bg-warn-solid text-paper',
        waiting: 'border-wait-edge bg-wait-tint text-wait',
        bad: 'border-bad-edge bg-bad-tint text-bad',
      },
    },
  },
)

export type Tone = 'neutral' | 'good' | 'good-solid' | 'warning' | 'warning-solid' | 'waiting' | 'bad'

type Props = { tone: Tone; icon: LucideIcon; busy?: boolean } & React.ComponentProps<'span'>

/** A state: always a shape, a word and a colour. */
export function Chip({ tone, icon: Icon, busy, children, ...rest }: Props) {
  return (
    <span className={style({ tone })} {...rest}>
      <Icon aria-hidden className={busy ? 'looking' : undefined} />
      {children}
    </span>
  )
}
