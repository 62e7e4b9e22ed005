'use client'

import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { api, RefusedError } from '@/components/api'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { BatchView } from '@/lib/provisioning/batches/view'
import { fileText } from './file-text'

interface Props {
  /** of its fields */
  id: string
  label: string
  accept: string
  /** of the operation that takes it */
  path: string
  example: string
  /** with what each wants */
  columns: Record<string, string>
}

/** A file that becomes a batch. Its id is made from what is in it: sent again, it is the same batch. */
export function UploadForm({ id, label, accept, path, example, columns }: Props) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct((file: File) => send(path, file))
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.size === 0)
      return setRefusal({ code: 'invalid_input', message: 'Choose a file first.' })
    const outcome = await run(file)
    if (outcome?.ok) router.push(`/admin/batches/${outcome.data.id}`)
  }
  const faults = Object.entries(refusal?.fields ?? {})
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-4">
      <div>
        <label htmlFor={`${id}-file`} className="mb-1.5 block text-sm font-medium">
          {label}
        </label>
        <input
          id={`${id}-file`}
          name="file"
          type="file"
          accept={accept}
          aria-describedby={`${id}-file-hint ${id}-file-error`}
          onChange={() => setRefusal(undefined)}
          className="file:border-edge block w-full min-w-0 text-sm file:mr-3 file:min-h-10 file:rounded-md file:border file:bg-transparent file:px-4 file:font-medium"
        />
        <p id={`${id}-file-hint`} className="text-soft mt-1.5 text-sm">
          Up to 4 MB.{' '}
          <a href={example} download className="underline underline-offset-4">
            Download an example
          </a>
        </p>
      </div>
      <div id={`${id}-file-error`} role="status" className="text-sm">
        {refusal && <p className="text-bad">{refusal.message}</p>}
        {refusal?.code === 'file_malformed' && (
          <ul className="mt-2 space-y-1">
            {faults.map(([place, say]) => (
              <li key={place} className="[overflow-wrap:anywhere]">
                <strong className="inline-block font-medium first-letter:uppercase">{place}</strong>: {say}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button type="submit" look="primary" busy={busy}>
        <Upload aria-hidden />
        {busy ? 'Sending file' : 'Send file'}
      </Button>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-sm font-medium sm:min-h-0">The columns</summary>
        <dl className="border-line mt-2 border-t text-sm">
          {Object.entries(columns).map(([name, words]) => (
            <div key={name} className="hairline grid gap-x-6 py-2 sm:grid-cols-[9rem_1fr]">
              <dt className="pasted">{name}</dt>
              <dd className="text-soft">{words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </form>
  )
}

const NO_TEXT =
  'This file is not text in UTF-8, so nothing of it was sent. Save it as CSV in UTF-8, then choose it again.'

// Not through a server action: those take a megabyte, and one at a time.
async function send(path: string, file: File): Promise<Outcome<BatchView>> {
  const bytes = await file.arrayBuffer()
  const text = fileText(bytes)
  if (text === null) return { ok: false, error: { code: 'file_malformed', message: NO_TEXT } }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const clientId = `file-${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  const body = { clientId, file: text }
  try {
    return {
      ok: true,
      data: await api<BatchView>(path, { method: 'POST', body }),
    }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: error.refusal }
    throw error
  }
}
