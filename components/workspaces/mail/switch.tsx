import { tiedTo } from '@/components/ui/labelled'

interface Props {
  id: string
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A yes or no with what it means. */
export function Switch({ id, label, hint, checked, onChange }: Props) {
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-1.5 sm:min-h-9">
        <input
          {...tiedTo({ id, label, hint })}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="accent-seal mt-1 size-4 shrink-0"
        />
        <span className="min-w-0">{label}</span>
      </label>
      <p id={`${id}-hint`} className="text-soft text-sm">
        {hint}
      </p>
    </div>
  )
}
