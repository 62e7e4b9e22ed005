'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { AnswerView } from './answer-view'
import { FieldInput } from './field-input'
import { curlOf, lacking, prepare } from './request'
import { send, type Answer } from './send'
import type { Call, Sender, Values } from './types'

interface Props {
  call: Call
  origin: string
  sender: Sender
  canSend: boolean
}

/** A form made from what a call takes, the same as a line for a shell, and what came back. */
export function TryIt({ call, origin, sender, canSend }: Props) {
  const [values, setValues] = useState<Values>({})
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const prepared = prepare(call, values, sender)
  const curl = curlOf(origin, call, prepared)

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const missing = lacking(call, values)
    setWrong(missing)
    const [first] = Object.keys(missing)
    if (first) event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    else if (call.danger) setIsAsking(true)
    else void go()
  }
  const go = async () => {
    setIsAsking(false)
    setIsBusy(true)
    setAnswer(await send(call, prepared, sender))
    setIsBusy(false)
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="space-y-4">
        {call.fields.map((field) => (
          <FieldInput
            key={field.name}
            id={`${call.name}-${field.name}`}
            field={field}
            value={values[field.name] ?? ''}
            error={wrong[field.name]}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <Button type="submit" look={call.danger ? 'danger' : 'primary'} busy={isBusy || !canSend}>
          {isBusy ? 'Waiting for the answer' : 'Try it'}
        </Button>
        {!canSend && <p className="text-soft text-sm">Sign in, or paste a key above, to try it.</p>}
      </form>
      <div>
        <h3 className="mb-2 text-sm font-medium">In a shell</h3>
        <pre
          tabIndex={0}
          role="region"
          aria-label={`${call.name} in a shell`}
          className="bg-sunk mb-2 overflow-x-auto rounded-md p-3 font-mono text-sm"
        >
          {curl}
        </pre>
        <CopyButton text={curl}>Copy line</CopyButton>
      </div>
      <div role="status">{answer && <AnswerView call={call} answer={answer} />}</div>
      <Dialog
        title={`${call.summary.replace(/[.:].*$/s, '')}?`}
        open={isAsking}
        onClose={() => setIsAsking(false)}
      >
        <p className="mb-4">{call.danger}</p>
        <p className="text-soft mb-6 font-mono text-sm [overflow-wrap:anywhere]">
          {prepared.method} {prepared.url}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button look="danger" onClick={() => void go()}>
            Send it
          </Button>
          <Button look="plain" onClick={() => setIsAsking(false)}>
            Keep it as it is
          </Button>
        </div>
      </Dialog>
    </>
  )
}
