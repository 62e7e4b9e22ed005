import type { PolicyPreviewView, PolicyView } from '@/lib/workspaces/policy/view'
import { PolicyRow } from './policy-row'
import type { Typed } from './typed'

interface Props {
  base: PolicyView
  typed: Typed
  changed: Record<string, number | null>
  problems: Record<string, string>
  /** fields that somebody else changed as well */
  undecided: string[]
  preview: PolicyPreviewView | undefined
  behind: boolean
  onType: (name: string, text: string) => void
  onDecide: (name: string) => void
}

/** The numbers of a policy, each with what it would bring. */
export function LimitFields(fields: Props) {
  const { base, typed, changed, problems, undecided, preview, behind, onType, onDecide } = fields
  return (
    <section aria-labelledby="policy-limits">
      <h3 id="policy-limits" className="mb-3 font-medium">
        Limits
      </h3>
      <ul className="border-line border-t">
        {base.fields.map((field) => (
          <PolicyRow
            key={field.name}
            field={field}
            text={typed[field.name] ?? ''}
            problem={problems[field.name]}
            isChanged={field.name in changed}
            preview={preview?.fields.find((one) => one.name === field.name)}
            behind={behind}
            conflict={undecided.includes(field.name) ? base : undefined}
            onType={(text) => onType(field.name, text)}
            onDecide={() => onDecide(field.name)}
          />
        ))}
      </ul>
    </section>
  )
}
