import { Field as TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Field } from './types'

interface Props {
  id: string
  field: Field
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** A field as its schema wants it: a choice where there are few, a line otherwise. */
export function FieldInput({ id, field, value, error, onChange }: Props) {
  const { name, required, kind, values, hint } = field
  const label = required ? name : `${name} (optional)`
  const choices = kind === 'boolean' ? ['true', 'false'] : values
  if (choices.length > 0)
    return (
      <Select
        {...{ id, name, label, value }}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        className="max-w-md"
      >
        <option value="">{error ?? 'Not given'}</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    )
  return (
    <TextField
      {...{ id, name, label, value, error, hint: hint || undefined }}
      onChange={(event) => onChange(event.target.value)}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      mono
      className="max-w-md"
    />
  )
}
