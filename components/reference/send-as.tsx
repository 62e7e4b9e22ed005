import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Sender } from './types'

interface Props {
  person: { name: string; tenants: { slug: string; name: string }[] } | null
  sender: Sender
  onChange: (sender: Sender) => void
}

/** As whom calls are tried: with a key, or as the person signed in. */
export function SendAs({ person, sender, onChange }: Props) {
  const asPerson = person !== null && sender.key.trim() === ''
  return (
    <section aria-labelledby="send-as" className="border-line border-y py-6">
      <h2 id="send-as" className="font-medium">
        Try it as
      </h2>
      <p className="text-soft mt-1 mb-4 max-w-prose text-sm">
        {asPerson
          ? `Calls go out as ${person.name}, as if you had clicked. Paste a key to try it as a program.`
          : 'The key is kept in the memory of this page and nowhere else: it is gone when you leave.'}
      </p>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <Field
          id="key"
          type="password"
          label="API key"
          placeholder={person ? 'none: as yourself' : 'lhk_…'}
          value={sender.key}
          onChange={(event) => onChange({ ...sender, key: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          mono
        />
        {asPerson && person.tenants.length > 0 ? (
          <Select
            id="tenant"
            label="Organisation"
            value={sender.tenant}
            onChange={(event) => onChange({ ...sender, tenant: event.target.value })}
          >
            {person.tenants.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        ) : (
          <Field
            id="tenant"
            label="Organisation"
            hint="Its slug. A key that belongs to one may leave it out."
            value={sender.tenant}
            onChange={(event) => onChange({ ...sender, tenant: event.target.value })}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            mono
          />
        )}
      </div>
    </section>
  )
}
