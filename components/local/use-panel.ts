import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { LocalActions, RecordToPublish } from './actions'
import { inTheWay, recordsOf } from './published'
import { localQueries } from './queries'

/** The panel's acts, one at a time, with one line that says how the last one went. */
export function usePanel(actions: LocalActions) {
  const client = useQueryClient()
  const zones = useQuery(localQueries.zones())
  const records = recordsOf(zones.data?.items ?? [])
  const [said, setSaid] = useState<{ text: string; wrong: boolean }>({ text: '', wrong: false })
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  async function act(done: string, work: () => Promise<string | undefined>) {
    if (running.current) return
    running.current = true
    setBusy(true)
    const refused = await work().catch(() => 'The server did not answer. Try again.')
    await client.invalidateQueries({ queryKey: ['local'] })
    running.current = false
    setBusy(false)
    setSaid({ text: refused ?? done, wrong: refused !== undefined })
  }

  const put = async (record: RecordToPublish, beside = false): Promise<string | undefined> => {
    for (const { id } of beside ? [] : inTheWay(records, record)) await actions.remove({ id })
    const outcome = await actions.publish(record)
    return outcome.ok ? undefined : outcome.error.message
  }

  return {
    zones: zones.data?.items ?? [],
    records,
    said,
    busy,
    publish: (label: string, record: RecordToPublish, beside?: boolean) =>
      act(`${label} published.`, () => put(record, beside)),
    publishAll: (wanted: RecordToPublish[]) =>
      act(`${wanted.length} records published.`, async () => {
        for (const record of wanted) {
          const refused = await put(record)
          if (refused) return refused
        }
        return undefined
      }),
    takeDown: (label: string, ids: number[]) =>
      act(`${label} taken down.`, async () => {
        for (const id of ids) await actions.remove({ id })
        return undefined
      }),
  }
}

export type Panel = ReturnType<typeof usePanel>
