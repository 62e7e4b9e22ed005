import { cva, type VariantProps } from 'class-variance-authority'

export const buttonStyle = cva(
  'inline-flex items-center justify-center gap-2 rounded-md border text-sm font-medium aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'border-ink bg-ink text-paper hover:border-seal hover:bg-seal',
        quiet: 'border-edge bg-transparent hover:bg-sunk',
        danger: 'border-bad-edge text-bad hover:bg-bad-tint',
        plain: 'border-transparent text-soft hover:bg-sunk hover:text-ink',
      },
      // for words that name a thing, which can be long
      wraps: { true: 'max-w-full py-1.5 [overflow-wrap:anywhere]', false: 'whitespace-nowrap' },
      size: { md: 'min-h-11 px-4 sm:min-h-10', sm: 'min-h-11 px-3 sm:min-h-8' },
    },
    defaultVariants: { look: 'quiet', size: 'md', wraps: false },
  },
)

type Props = React.ComponentProps<'button'> & VariantProps<typeof buttonStyle> & { busy?: boolean }

/** While busy it keeps its place, its width and the focus, and ignores clicks. */
export function Button({
  look,
  size,
  wraps,
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: Props) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonStyle({ look, size, wraps, className })}
      {...rest}
    />
  )
}
