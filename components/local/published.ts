import type { RecordView } from '@/lib/domains/view'
import type { Zone, ZoneRecord } from '@/lib/local/world/types'

const fold = (text: string) => text.toLowerCase().replace(/\.$/, '')

export const recordsOf = (zones: readonly Zone[]): ZoneRecord[] => zones.flatMap((zone) => zone.records)

const recordsAt = (records: readonly ZoneRecord[], name: string) =>
  records.filter((record) => fold(record.name) === fold(name))

/** What has to go from a name before `wanted` can stand there: its own type, and whatever a CNAME cannot live beside. */
export const inTheWay = (records: readonly ZoneRecord[], wanted: { name: string; type: string }) =>
  recordsAt(records, wanted.name).filter(
    ({ type }) => type === wanted.type || type === 'CNAME' || wanted.type === 'CNAME',
  )

/** What stands for a wanted record, right or wrong; not what shares its name for another purpose. */
export const standingFor = (records: readonly ZoneRecord[], { host, type, value }: RecordView) =>
  recordsAt(records, host).filter(
    (record) => record.type === type || record.type === 'CNAME' || fold(record.value) === fold(value),
  )

/** Whether exactly this record, and no other of its type, is published. */
export function isPublished(records: readonly ZoneRecord[], { host, type, value }: RecordView): boolean {
  const same = recordsAt(records, host).filter((record) => record.type === type)
  return same.length === 1 && fold(same[0]?.value ?? '') === fold(value)
}
