import { cx } from './cx'

type Props = React.ComponentProps<'input'> & {
  id: string
  label: string
  hint?: React.ReactNode
  error?: string | undefined
  mono?: boolean
}

/** One labelled input; hint and error are tied to it. */
export function Field({ id, label, hint, error, mono, className, ...input }: Props) {
  const tied = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={tied || undefined}
        className={cx(
          'bg-raised border-edge aria-invalid:border-bad-edge block min-h-11 w-full min-w-0 rounded-md border px-3 sm:min-h-10',
          mono && 'font-mono text-sm',
        )}
        {...input}
      />
      {error && (
        <p id={`${id}-error`} className="text-bad mt-1.5 text-sm">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="text-soft mt-1.5 text-sm">
          {hint}
        </div>
      )}
    </div>
  )
}
