import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import {
  authResults,
  bounds,
  ruleFields,
  testsFor,
  type RuleField,
  type RuleTest,
} from '@/lib/workspaces/policy/mail/view'
import { fieldWords, testWords } from '@/lib/workspaces/policy/mail/words'
import { chosen, kindOf, type RuleTyped } from './rules'

type Condition = RuleTyped['conditions'][number]
interface Props {
  condition: Condition
  /** counted from 1 */
  place: number
  problems: Record<string, string>
  onChange: (condition: Condition) => void
  onRemove?: () => void
}

/** One condition: what is looked at, how, and what for. */
export function ConditionFields({ condition, place, problems, onChange, onRemove }: Props) {
  const { key, field, test, header, value } = condition
  const kind = kindOf(field, test)
  const valueProps = { id: `rule-${key}-value`, value, className: 'sm:col-span-2' }
  return (
    <fieldset className="border-line grid gap-3 border-l-2 pl-3 sm:grid-cols-2">
      <legend className="sr-only">Condition {place}</legend>
      <Select
        id={`rule-${key}-field`}
        label="What"
        value={field}
        onChange={(event) => onChange(chosen(condition, { field: event.target.value as RuleField }))}
      >
        {ruleFields.map((one) => (
          <option key={one} value={one}>
            {fieldWords[one]}
          </option>
        ))}
      </Select>
      <Select
        id={`rule-${key}-test`}
        label="How"
        value={test}
        onChange={(event) => onChange(chosen(condition, { test: event.target.value as RuleTest }))}
      >
        {testsFor[field].map((one) => (
          <option key={one} value={one}>
            {testWords[one]}
          </option>
        ))}
      </Select>
      {field === 'header' && (
        <Field
          id={`rule-${key}-header`}
          label="Name of the header"
          value={header ?? ''}
          onChange={(event) => onChange({ ...condition, header: event.target.value })}
          error={problems[`${key}-header`]}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="sm:col-span-2"
          mono
        />
      )}
      {kind === 'result' && (
        <Select
          {...valueProps}
          label="Result"
          onChange={(event) => onChange({ ...condition, value: event.target.value })}
        >
          {['', ...authResults].map((one) => (
            <option key={one} value={one}>
              {one || 'Choose one'}
            </option>
          ))}
        </Select>
      )}
      {(kind === 'text' || kind === 'size') && (
        <Field
          {...valueProps}
          label={kind === 'size' ? 'Size' : test === 'matches_domain' ? 'Domain' : 'Text'}
          hint={hints[kind === 'size' ? 'size' : test]}
          onChange={(event) => onChange({ ...condition, value: event.target.value })}
          error={problems[`${key}-value`]}
          maxLength={bounds.value}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      {kind === 'result' && problems[`${key}-value`] && (
        <p className="text-bad text-sm sm:col-span-2">Choose a result.</p>
      )}
      {onRemove && (
        <Button size="sm" look="plain" className="justify-self-start" onClick={onRemove}>
          Take out <span className="sr-only">condition {place}</span>
        </Button>
      )}
    </fieldset>
  )
}

const hints: Record<string, string> = {
  size: 'Such as 5 MB.',
  matches_domain: 'acme.com for that name, *.acme.com for all below it.',
  is: 'Upper and lower case are the same.',
  contains: 'As it stands there: no wildcards. Upper and lower case are the same.',
  ends_with: 'Upper and lower case are the same.',
}
