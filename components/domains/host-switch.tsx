import type { HostStyle } from './host-style'

type Props = { zone: string; value: HostStyle; onChange: (style: HostStyle) => void }

const choices: { value: HostStyle; label: string }[] = [
  { value: 'relative', label: 'Short' },
  { value: 'full', label: 'Full' },
]

/** How hosts are written: most DNS panels add the zone themselves, a few want the full name. */
export function HostSwitch({ zone, value, onChange }: Props) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="float-left mr-3 text-sm font-medium">Host names</legend>
      <div className="border-edge inline-flex rounded-md border">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-seal flex min-h-11 cursor-pointer items-center rounded-[5px] px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 sm:min-h-8"
          >
            <input
              type="radio"
              name="host-style"
              className="sr-only"
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <p className="text-soft w-full text-sm">
        {value === 'relative' ? (
          <>
            Most DNS panels add <span className="pasted">.{zone}</span> by themselves. If yours does not,
            choose Full.
          </>
        ) : (
          <>Whole names, for panels that add nothing and for zone files.</>
        )}
      </p>
    </fieldset>
  )
}
