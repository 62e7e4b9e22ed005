import { cx } from './cx'

type Props = React.ComponentProps<'textarea'> & {
  id: string
  label: string
  hint?: React.ReactNode
  error?: string | undefined
  mono?: boolean
}

/** Several lines; hint and error are tied to them. */
export function TextArea({ id, label, hint, error, mono, className, ...area }: Props) {
  const tied = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={tied || undefined}
        className={cx(
          'bg-raised border-edge aria-invalid:border-bad-edge block w-full min-w-0 rounded-md border px-3 py-2',
          mono && 'font-mono text-sm',
        )}
        {...area}
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
