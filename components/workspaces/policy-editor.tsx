'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { PolicyPreviewView, PolicyView } from '@/lib/workspaces/policy/view'
import type { SetPolicy } from './actions'
import { ConfirmPolicy } from './confirm-policy'
import { Overtaken } from './overtaken'
import { PolicyRow } from './policy-row'
import { usePolicy } from './use-policy'
import { usePreview } from './use-preview'
import { tenantsWords } from './words'

interface Props {
  slug: string
  name: string
  policy: PolicyView
  /** what holds now, for whom */
  asItIs: PolicyPreviewView
  set: SetPolicy
}

/** Edits a policy with what it would bring beside each field, and keeps what was typed through refusals and conflicts. */
export function PolicyEditor({ slug, name, policy, asItIs, set }: Props) {
  const router = useRouter()
  const editor = usePolicy(slug, policy)
  const { base, typed, changed, problems, undecided, overtaken } = editor
  const { preview, error, again, behind } = usePreview(slug, base.version, changed, asItIs)
  const [confirming, setConfirming] = useState(false)
  const [told, setTold] = useState('')
  const count = Object.keys(changed).length

  const review = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [first] = [...Object.keys(problems), ...undecided]
    if (first) return document.getElementById(`policy-${first}`)?.focus()
    if (count > 0) setConfirming(true)
  }
  const save = async () => {
    const outcome = await set({ workspace: slug, version: base.version, policy: changed })
    if (outcome.ok) {
      editor.saved(outcome.data)
      setTold('Saved. It holds from the next act on.')
      router.refresh()
    } else if (outcome.error.code === 'policy_conflict') {
      setConfirming(false)
      setTold(outcome.error.message)
      await editor.catchUp()
    }
    return outcome
  }
  return (
    <form onSubmit={review} noValidate aria-label={`Policy of ${name}`}>
      {overtaken && <Overtaken by={overtaken} onLook={() => editor.goOnFrom(overtaken)} />}
      {/* The bar below never covers what has the focus. */}
      <ul className="border-line border-t [&_:is(input,button,summary)]:scroll-mb-32">
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
            onType={(text) => {
              setTold('')
              editor.type(field.name, text)
            }}
            onDecide={() => editor.decided(field.name)}
          />
        ))}
      </ul>
      {error && (
        <p role="alert" className="text-bad mt-4 text-sm">
          What this would bring could not be worked out: {error.message}{' '}
          <Button size="sm" onClick={() => void again()}>
            Retry
          </Button>
        </p>
      )}
      <div className="bg-paper border-line sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3">
        <Button type="submit" look="primary" busy={count === 0 && Object.keys(problems).length === 0}>
          Review changes
        </Button>
        {count > 0 && (
          <Button look="plain" onClick={editor.reset}>
            Discard
          </Button>
        )}
        <p role="status" className="text-soft min-w-0 text-sm">
          {told || summary(count, undecided.length, !behind && preview ? preview.touched : undefined)}
        </p>
      </div>
      <Dialog title={`Change the policy of ${name}`} open={confirming} onClose={() => setConfirming(false)}>
        <ConfirmPolicy
          fields={base.fields.filter((field) => field.name in changed)}
          changed={changed}
          preview={behind ? undefined : preview}
          save={save}
          onClose={() => setConfirming(false)}
        />
      </Dialog>
    </form>
  )
}

function summary(count: number, undecided: number, touched: number | undefined): string {
  if (undecided > 0) return 'Decide for each marked field which value stays.'
  if (count === 0) return 'Nothing is changed yet.'
  const changes = count === 1 ? '1 field changes' : `${count} fields change`
  return touched === undefined ? `${changes}.` : `${changes}, for ${tenantsWords(touched)}.`
}
