'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { SecretOnce } from '@/components/credentials/secret-once'
import { DialogForm } from '@/components/tenants/dialog-form'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { GrantView, MintedToken } from '@/lib/inboxes/view'
import type { GrantActions } from './actions'

interface Props {
  grant: Pick<GrantView, 'id' | 'name'>
  mint: NonNullable<GrantActions['mint']>
  /** scopes that let a program file messages as well as read them */
  filing: string[]
  /** where the API is */
  origin: string
}

export function MintToken(props: Props) {
  const { grant } = props
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
    router.refresh()
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)} aria-label={`Make a token of ${grant.name}`}>
        Make token
      </Button>
      <Dialog title={`A token of ${grant.name}`} open={asking} onClose={close}>
        <MintForm {...props} onClose={close} />
      </Dialog>
    </>
  )
}

function MintForm({ grant, mint, filing, origin, onClose }: Props & { onClose: () => void }) {
  const { run, busy, refusal, setRefusal } = useAct(mint)
  const [made, setMade] = useState<MintedToken>()
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget)
    const outcome = await run({
      id: grant.id,
      agentSession: String(form.get('agentSession')),
      seconds: Number(form.get('seconds')),
      ...(form.get('may') === 'file' && { scopes: filing }),
    })
    if (outcome?.ok) setMade(outcome.data)
  }
  if (made?.token) return <Made token={made.token} grant={grant} origin={origin} onClose={onClose} />
  return (
    <DialogForm
      verb="Make token"
      keep="Cancel"
      {...{ busy, refusal, onClose }}
      onSubmit={(event) => void submit(event)}
    >
      <p>
        A token lets a program into this inbox and nowhere else, for an hour at most. It is dead the moment
        the grant is suspended, renewed or revoked.
      </p>
      <Field
        id="agent-session"
        name="agentSession"
        label="What it is for"
        hint="Such as a run of an agent; it stands in the activity."
        maxLength={100}
        autoComplete="off"
        onChange={() => setRefusal(undefined)}
        error={refusal?.fields?.['agentSession']}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select id="token-may" name="may" label="It may" defaultValue="read">
          <option value="read">Read messages</option>
          <option value="file">Read and file messages</option>
        </Select>
        <Select id="token-seconds" name="seconds" label="It lasts" defaultValue="3600">
          <option value="300">5 minutes</option>
          <option value="900">15 minutes</option>
          <option value="3600">An hour</option>
        </Select>
      </div>
    </DialogForm>
  )
}

function Made({
  token,
  grant,
  origin,
  onClose,
}: Pick<Props, 'grant' | 'origin'> & { token: string; onClose: () => void }) {
  const call = `curl "${origin}/api/v1/messages?unread=true" -H "Authorization: Bearer $LETTERHEAD_TOKEN"`
  const command = 'letterhead messages list --unread --json'
  return (
    <div className="space-y-4">
      <SecretOnce name={grant.name} secret={token} word="token" />
      <p className="text-sm">With the token in LETTERHEAD_TOKEN, its unread mail is one line away:</p>
      {[call, command].map((line) => (
        <div key={line} className="space-y-1.5">
          <code className="pasted bg-sunk block rounded px-3 py-2">{line}</code>
          <CopyButton text={line}>Copy line</CopyButton>
        </div>
      ))}
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose}>
          I have stored it
        </Button>
      </div>
    </div>
  )
}
