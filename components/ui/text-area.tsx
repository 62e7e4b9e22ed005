import { cx } from './cx'
import { Labelled, tiedTo, type Labels } from './labelled'

type Props = React.ComponentProps<'textarea'> & Labels & { mono?: boolean }

/** Several lines; hint and error are tied to them. */
export function TextArea({ id, label, hint, error, mono, className, ...area }: Props) {
  const labels = { id, label, hint, error }
  return (
    <Labelled {...labels} className={className}>
      <textarea
        {...tiedTo(labels)}
        rows={3}
        className={cx(
          'bg-raised border-edge aria-invalid:border-bad-edge block w-full min-w-0 rounded-md border px-3 py-2',
          mono && 'font-mono text-sm',
        )}
        {...area}
      />
    </Labelled>
  )
}
