import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { DomainSummary } from '@/lib/domains/view'
import type { Refusal } from '@/lib/kernel/errors'
import { receivingWords } from './words'

/** A domain that an inbox can be on. */
export interface DomainChoice {
  name: string
  /** as people write it */
  label: string
  receiving: DomainSummary['receiving']
  /** below the platform's own name */
  trial: boolean
}

interface Props {
  domains: DomainChoice[]
  localPart?: string
  domain?: string
  placeholder?: string
  hint: string
  refusal: Refusal | undefined
  onChange: () => void
}

/** An address in its two halves. The trial domain, which works at once, stands first. */
export function AddressFields({ domains, localPart, domain, placeholder, hint, refusal, onChange }: Props) {
  const wrongDomain = refusal?.fields?.['domain']
  return (
    <div className="space-y-3">
      <Field
        id="inbox-local-part"
        name="localPart"
        label="Address"
        defaultValue={localPart}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        onChange={onChange}
        error={refusal?.fields?.['localPart']}
        hint={hint}
        mono
      />
      <div>
        <Select
          id="inbox-domain"
          name="domain"
          label="Domain"
          defaultValue={domain ?? domains[0]?.name}
          onChange={onChange}
          aria-invalid={wrongDomain ? true : undefined}
          aria-describedby={wrongDomain ? 'inbox-domain-error' : undefined}
        >
          {domains.map(({ name, label, receiving, trial }) => (
            <option key={name} value={name}>
              {label} ({trial ? 'works at once' : receivingWords[receiving]})
            </option>
          ))}
        </Select>
        {wrongDomain && (
          <p id="inbox-domain-error" className="text-bad mt-1.5 text-sm">
            {wrongDomain}
          </p>
        )}
      </div>
    </div>
  )
}
