import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FieldPreviewView, PolicyFieldView, PolicyView } from '@/lib/workspaces/policy/view'
import { FieldConflict } from './field-conflict'
import { FieldEffect } from './field-effect'
import { limitWords, windowWords } from './words'

interface Props {
  field: PolicyFieldView
  text: string
  problem: string | undefined
  isChanged: boolean
  preview: FieldPreviewView | undefined
  /** the preview is of what was typed before */
  behind: boolean
  /** the newest version, when somebody else changed this field as well */
  conflict: PolicyView | undefined
  onType: (text: string) => void
  onDecide: () => void
}

/** One field: its value, where it comes from, its bounds, and what it would bring. */
export function PolicyRow(row: Props) {
  const { field, text, problem, isChanged, preview, behind, conflict, onType, onDecide } = row
  const { name, label, unit, window, value, ceiling, plans } = field
  const quick = [...new Set(Object.values(plans))].filter((n) => n !== null && n <= ceiling) as number[]
  return (
    <li
      data-field={name}
      data-changed={isChanged || undefined}
      className="hairline grid gap-x-10 gap-y-3 py-5 lg:grid-cols-[20rem_minmax(0,1fr)]"
    >
      <div className="min-w-0 space-y-2">
        <Field
          id={`policy-${name}`}
          name={name}
          label={label}
          inputMode="numeric"
          autoComplete="off"
          placeholder="the plan’s"
          value={text}
          onChange={(event) => onType(event.target.value)}
          error={problem}
          hint={
            <>
              Unit: {unit} {windowWords[window]}. Now{' '}
              {value === null ? 'the plan’s' : `${value.toLocaleString('en')}, by this policy`}. Ceiling{' '}
              {ceiling.toLocaleString('en')}.
            </>
          }
        />
        <div className="flex flex-wrap gap-1.5" role="group" aria-label={`Quick values for ${label}`}>
          <Button size="sm" onClick={() => onType('')}>
            The plan’s
          </Button>
          {quick.map((n) => (
            <Button key={n} size="sm" onClick={() => onType(String(n))}>
              {n.toLocaleString('en')}
            </Button>
          ))}
        </div>
      </div>
      <div className="min-w-0 space-y-2 text-sm">
        <p className="text-soft">
          Plans:{' '}
          {Object.entries(plans)
            .map(([plan, gives]) => `${plan} ${limitWords(gives)}`)
            .join(', ')}
          .
        </p>
        {conflict && (
          <FieldConflict field={field} by={conflict} mine={text} onType={onType} onDecide={onDecide} />
        )}
        {preview && <FieldEffect preview={preview} isChanged={isChanged} behind={behind} />}
      </div>
    </li>
  )
}
