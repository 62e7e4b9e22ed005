import type { RecordView } from '@/lib/domains/view'
import type { Zone, ZoneRecord } from '@/lib/local/world/types'

const fold = (text: string) => text.toLowerCase().replace(/\.$/, '')

export const recordsOf = (zones: readonly Zone[]): ZoneRecord[] => zones.flatMap((zone) => zone.records)

export const recordsAt = (records: readonly ZoneRecord[], name: string) =>
  records.filter((record) => fold(record.name) === fold(name))

/** What has to go from a name before `wanted` can stand there: its own type, and whatever a CNAME cannot live beside. */
export const inTheWay = (records: readonly ZoneRecord[], wanted: { name: string; type: string }) =>
  recordsAt(records, wanted.name).filter(
    ({ type }) => type === wanted.type || type === 'CNAME' || wanted.type === 'CNAME',
  )

/** Whether exactly this record, and no other of its type, is published. */
export function isPublished(records: readonly ZoneRecord[], { host, type, value }: RecordView): boolean {
  const same = recordsAt(records, host).filter((record) => record.type === type)
  return same.length === 1 && fold(same[0]?.value ?? '') === fold(value)
}
