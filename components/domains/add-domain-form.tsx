'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button, buttonStyle } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { DomainView } from '@/lib/domains/view'
import { nameHint } from './name-hint'

interface Props {
  add: (input: { name: string }) => Promise<Outcome<DomainView>>
  listHref: string
  initial: string
}

export function AddDomainForm({ add, listHref, initial }: Props) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [hint, setHint] = useState<string>()
  const [leaving, setLeaving] = useState(false)
  const { run, busy, refusal, setRefusal } = useAct(add)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = field.current?.value ?? ''
    const wrong = nameHint(name)
    setHint(wrong)
    if (wrong) return field.current?.focus()
    const outcome = await run({ name })
    if (!outcome?.ok) return field.current?.focus()
    setLeaving(true)
    router.push(`${listHref}/${outcome.data.id}`)
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-6">
      <Field
        ref={field}
        id="domain-name"
        name="name"
        label="Domain"
        defaultValue={initial}
        onBlur={(event) => event.target.value !== '' && setHint(nameHint(event.target.value))}
        onChange={() => {
          setHint(undefined)
          setRefusal(undefined)
        }}
        autoComplete="off"
        autoCapitalize="none"
        inputMode="url"
        spellCheck={false}
        error={hint ?? refusal?.fields?.['name'] ?? refusal?.message}
        hint="For example inbox.yourcompany.com, or yourcompany.com itself."
        mono
      />
      <div className="flex flex-wrap gap-2">
        {/* The field keeps the focus: a sentence that appears on leaving it would move this from under the click. */}
        <Button
          type="submit"
          look="primary"
          busy={busy || leaving}
          onMouseDown={(event) => event.preventDefault()}
        >
          {busy || leaving ? 'Adding domain' : 'Add domain'}
        </Button>
        <Link href={listHref} className={buttonStyle({ look: 'plain' })}>
          Back to the list
        </Link>
      </div>
    </form>
  )
}
