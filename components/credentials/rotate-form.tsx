import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { KeyActions } from './actions'
import { SecretOnce } from './secret-once'

interface Props {
  id: string
  name: string
  /** two secrets are valid already: the only rotation left is one that ends both */
  rotating: boolean
  rotate: KeyActions['rotate']
  onClose: () => void
}

export function RotateForm({ id, name, rotating, rotate, onClose }: Props) {
  const [secret, setSecret] = useState<string>()
  const { run, busy, refusal } = useAct(rotate)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const overlapHours = Number(new FormData(event.currentTarget).get('overlapHours'))
    const outcome = await run({ id, overlapHours })
    if (outcome?.ok) setSecret(outcome.data.secret ?? undefined)
  }
  if (secret)
    return (
      <div className="space-y-4">
        <SecretOnce name={name} secret={secret} />
        <div className="flex justify-end">
          <Button look="primary" onClick={onClose}>
            I have stored it
          </Button>
        </div>
      </div>
    )
  return (
    <form onSubmit={submit} className="space-y-4">
      <p>
        The key keeps its name and its scopes. Give the new secret to your programs within the time below.
      </p>
      <Select
        id={`overlap-${id}`}
        name="overlapHours"
        label={rotating ? 'Both secrets in use keep working' : 'The secret in use keeps working'}
        defaultValue={rotating ? '0' : '24'}
      >
        <option value="0">Not at all: it ends now</option>
        {!rotating && (
          <>
            <option value="1">For an hour</option>
            <option value="24">For a day</option>
            <option value="168">For a week</option>
          </>
        )}
      </Select>
      {refusal && (
        <p role="alert" className="text-bad text-sm">
          {refusal.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep the secret</Button>
        <Button type="submit" look="primary" busy={busy}>
          Make new secret
        </Button>
      </div>
    </form>
  )
}
