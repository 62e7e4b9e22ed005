import { cx } from './cx'
import { Labelled, tiedTo, type Labels } from './labelled'

type Props = React.ComponentProps<'input'> & Labels & { mono?: boolean }

/** One labelled input; hint and error are tied to it. */
export function Field({ id, label, hint, error, mono, className, ...input }: Props) {
  const labels = { id, label, hint, error }
  return (
    <Labelled {...labels} className={className}>
      <input
        {...tiedTo(labels)}
        className={cx(
          'bg-raised border-edge aria-invalid:border-bad-edge block min-h-11 w-full min-w-0 rounded-md border px-3 sm:min-h-10',
          mono && 'font-mono text-sm',
        )}
        {...input}
      />
    </Labelled>
  )
}
