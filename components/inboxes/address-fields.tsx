import { useState } from 'react'
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
  /** the address that an inbox there has, where organisations share one */
  shared: string | null
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
  const [name, setName] = useState(domain ?? domains[0]?.name)
  const shared = domains.find((choice) => choice.name === name)?.shared
  const local = refusal?.fields?.['localPart']
  return (
    <div className="space-y-3">
      {shared ? (
        <Shared address={shared} error={local} />
      ) : (
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
          error={local}
          hint={hint}
          mono
        />
      )}
      <div>
        <Select
          id="inbox-domain"
          name="domain"
          label="Domain"
          value={name}
          onChange={(event) => {
            setName(event.target.value)
            onChange()
          }}
          aria-invalid={wrongDomain ? true : undefined}
          aria-describedby={wrongDomain ? 'inbox-domain-error' : undefined}
        >
          {domains.map(({ name, label, receiving, trial, shared }) => (
            <option key={name} value={name}>
              {shared ?? label} ({shared ? 'shared' : trial ? 'works at once' : receivingWords[receiving]})
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

/** Where organisations share an address there is nothing to choose, and that is said before it is asked for. */
const Shared = ({ address, error }: { address: string; error: string | undefined }) => (
  <div>
    <p className="mb-1.5 text-sm font-medium">Address</p>
    <p className="pasted">{address}</p>
    <p className="text-soft mt-1.5 text-sm">
      On your plan several organisations share one address, each with a tag of its own; only you read what
      comes to yours. On a domain of your own you choose the whole address.
    </p>
    {error && <p className="text-bad mt-1.5 text-sm">{error}</p>}
  </div>
)
