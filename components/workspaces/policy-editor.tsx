'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { mailChanges } from '@/lib/workspaces/policy/mail/words'
import type { PolicyPreviewView, PolicyView } from '@/lib/workspaces/policy/view'
import type { SetPolicy } from './actions'
import { ConfirmPolicy } from './confirm-policy'
import { LimitFields } from './limit-fields'
import { MailFields } from './mail/mail-fields'
import { RuleDialog } from './mail/rule-dialog'
import { withRule, type Editing } from './mail/rules'
import { Overtaken } from './overtaken'
import { PreviewFailed } from './preview-failed'
import { SaveBar } from './save-bar'
import { usePolicy } from './use-policy'
import { usePreview } from './use-preview'

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
  const { base, typed, proposed, count, problems, undecided, overtaken } = editor
  const { preview, error, wrong, again, behind } = usePreview(slug, base.version, proposed, asItIs)
  const [confirming, setConfirming] = useState(false)
  const [rule, setRule] = useState<Editing>()
  const [told, setTold] = useState('')
  const refused = behind ? {} : mailProblems(wrong)
  const typeMail = (change: Parameters<typeof editor.typeMail>[0]) => {
    setTold('')
    editor.typeMail(change)
  }

  const review = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [first] = [...Object.keys(problems), ...Object.keys(refused), ...undecided]
    if (first) return document.getElementById(`policy-${first.split('.')[0]}`)?.focus()
    if (count > 0) setConfirming(true)
  }
  const save = async () => {
    const outcome = await set({ workspace: slug, version: base.version, ...proposed })
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
    <>
      {/* The bar below never covers what has the focus. */}
      <form
        onSubmit={review}
        noValidate
        aria-label={`Policy of ${name}`}
        className="[&_:is(input,textarea,select,button,summary)]:scroll-mb-32"
      >
        {overtaken && <Overtaken by={overtaken} onLook={() => editor.goOnFrom(overtaken)} />}
        <LimitFields
          {...{ base, problems, undecided, preview, behind }}
          typed={typed.numbers}
          changed={proposed.policy}
          onType={(field, text) => {
            setTold('')
            editor.type(field, text)
          }}
          onDecide={editor.decided}
        />
        <MailFields
          {...{ base, undecided }}
          typed={typed.mail}
          changed={proposed.mail}
          problems={refused}
          onType={typeMail}
          onRule={setRule}
          onDecide={editor.decided}
        />
        {error && Object.keys(mailProblems(wrong)).length === 0 && (
          <PreviewFailed error={error} again={() => void again()} />
        )}
        <SaveBar
          {...{ count, told }}
          hasProblems={Object.keys(problems).length + Object.keys(refused).length > 0}
          undecided={undecided.length}
          touched={behind ? undefined : preview?.touched}
          onDiscard={editor.reset}
        />
      </form>
      <Dialog title={`Change the policy of ${name}`} open={confirming} onClose={() => setConfirming(false)}>
        <ConfirmPolicy
          fields={base.fields.filter((field) => field.name in proposed.policy)}
          changed={proposed.policy}
          mail={mailChanges(base.mail, { ...base.mail, ...proposed.mail })}
          preview={behind ? undefined : preview}
          save={save}
          onClose={() => setConfirming(false)}
        />
      </Dialog>
      <RuleDialog
        editing={rule}
        rules={typed.mail.rules}
        onKeep={(kept) => typeMail({ rules: withRule(typed.mail.rules, kept) })}
        onClose={() => setRule(undefined)}
      />
    </>
  )
}

/** What the server says of fields of mail: `mail.rules.0.name` is told at `rules.0.name`. */
const mailProblems = (wrong: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wrong).flatMap(([name, says]) =>
      name.startsWith('mail.') ? [[name.slice('mail.'.length), says]] : [],
    ),
  )
