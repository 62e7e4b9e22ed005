import { cva, type VariantProps } from 'class-variance-authority'
import type { LucideIcon } from 'lucide-react'

const style = cva(
  'flex gap-3 border-l-2 py-1 pl-4 text-[0.9375rem] [&>svg]:mt-1 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'border-edge [&>svg]:text-soft',
        warning: 'border-warn-edge [&>svg]:text-warn',
        waiting: 'border-wait-edge [&>svg]:text-wait',
        bad: 'border-bad-edge [&>svg]:text-bad',
        good: 'border-good-edge [&>svg]:text-good',
      },
    },
  },
)

type Props = React.ComponentProps<'div'> & VariantProps<typeof style> & { icon: LucideIcon }

/** Something to know, beside the thing it is about. */
export function Callout({ tone, icon: Icon, className, children, ...rest }: Props) {
  return (
    <div className={style({ tone, className })} {...rest}>
      <Icon aria-hidden />
      <div className="min-w-0 space-y-2">{children}</div>
    </div>
  )
}
