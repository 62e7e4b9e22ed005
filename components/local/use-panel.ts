import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { LocalActions, RecordToPublish } from './actions'
import { inTheWay, recordsOf } from './published'
import { localQueries } from './queries'

/** The panel's acts, one after the other, with one line that says how the last one went. */
export function usePanel(actions: LocalActions) {
  const client = useQueryClient()
  const zones = useQuery(localQueries.zones()).data?.items ?? []
  const [said, setSaid] = useState<{ text: string; wrong: boolean }>({ text: '', wrong: false })
  const last = useRef(Promise.resolve())

  const act = (done: string, work: () => Promise<string | undefined>) => {
    last.current = last.current.then(async () => {
      const refused = await work().catch(() => 'The server did not answer. Try again.')
      await client.invalidateQueries({ queryKey: ['local'] })
      setSaid({ text: refused ?? done, wrong: refused !== undefined })
    })
  }

  const put = async (record: RecordToPublish, beside = false): Promise<string | undefined> => {
    // What stands there now: the page's own copy may be seconds old.
    const { items } = await client.fetchQuery({ ...localQueries.zones(), staleTime: 0 })
    for (const { id } of beside ? [] : inTheWay(recordsOf(items), record)) await actions.remove({ id })
    const outcome = await actions.publish(record)
    return outcome.ok ? undefined : outcome.error.message
  }

  const putAll = async (records: RecordToPublish[]): Promise<string | undefined> => {
    for (const record of records) {
      const refused = await put(record)
      if (refused) return refused
    }
    return undefined
  }

  const removeAll = async (ids: number[]): Promise<string | undefined> => {
    for (const id of ids) await actions.remove({ id })
    return undefined
  }

  return {
    zones,
    records: recordsOf(zones),
    said,
    publish: (label: string, record: RecordToPublish, beside?: boolean) =>
      act(`${label} published.`, () => put(record, beside)),
    publishAll: (records: RecordToPublish[]) =>
      act(`${records.length} records published.`, () => putAll(records)),
    takeDown: (label: string, ids: number[]) => act(`${label} taken down.`, () => removeAll(ids)),
  }
}

export type Panel = ReturnType<typeof usePanel>
