import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { numberWords } from '@/lib/usage/words'
import type { FieldPreviewView, PolicyFieldView, PolicyView } from '@/lib/workspaces/policy/view'
import { FieldConflict } from './field-conflict'
import { FieldEffect } from './field-effect'
import { textOf } from './typed'
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
          inputMode={unit === 'bytes' ? 'text' : 'numeric'}
          autoComplete="off"
          placeholder="the plan’s"
          value={text}
          onChange={(event) => onType(event.target.value)}
          error={problem}
          hint={
            <>
              {unit === 'bytes' ? 'A size such as 20 GB or 500 MB,' : `Unit: ${unit}`} {windowWords[window]}.
              Now {value === null ? 'the plan’s' : `${numberWords(value, unit)}, by this policy`}. Ceiling{' '}
              {numberWords(ceiling, unit)}.{isWithin(name) && ' Never longer than mail is kept in an inbox.'}
            </>
          }
        />
        <div className="flex flex-wrap gap-1.5" role="group" aria-label={`Quick values for ${label}`}>
          <Button size="sm" onClick={() => onType('')}>
            The plan’s
          </Button>
          {quick.map((n) => (
            <Button key={n} size="sm" onClick={() => onType(textOf(n, unit))}>
              {numberWords(n, unit)}
            </Button>
          ))}
        </div>
      </div>
      <div className="min-w-0 space-y-2 text-sm">
        <p className="text-soft">
          Plans:{' '}
          {Object.entries(plans)
            .map(([plan, gives]) => `${plan} ${limitWords(gives, unit)}`)
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

/** Retention that retention in inboxes holds for as well. */
const isWithin = (name: string) => name === 'spamRetentionDays' || name === 'trashRetentionDays'
