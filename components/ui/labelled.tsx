export interface Labels {
  id: string
  label: string
  hint?: React.ReactNode
  error?: string | undefined
}

/** What stands around an input: its label above, its error and its hint below. */
export function Labelled({
  id,
  label,
  hint,
  error,
  className,
  children,
}: Labels & { className?: string | undefined; children: React.ReactNode }) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      {children}
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

/** Ties error and hint to the input, for whoever hears the page. */
export const tiedTo = ({ id, hint, error }: Labels) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
})
