import type { RecordView } from '@/lib/domains/view'
import type { RecordToPublish } from './actions'

export interface WrongWay {
  label: string
  record: RecordToPublish
  /** stands beside the right record instead of in its place */
  beside: boolean
}

export const asWanted = ({ host, type, value, priority, ttl }: RecordView): RecordToPublish => ({
  name: host,
  type,
  value,
  ttl,
  ...(priority !== null && { priority }),
})

/** The ways people get a record wrong, each as a record to publish. */
export function wrongWays(wanted: RecordView): WrongWay[] {
  const right = asWanted(wanted)
  const { name, type } = right
  const ways: WrongWay[] = [
    { label: 'Wrong value', record: { ...right, value: wrongValue(wanted) }, beside: false },
  ]
  // An alias in place of SPF would take the return path at the same name down with it.
  if (wanted.key !== 'spf') ways.push({ label: 'Wrong type', record: wrongType(right), beside: false })
  if (type === 'MX')
    ways.push({
      label: 'Second MX',
      record: { name, type, value: 'mx.other-provider.net', priority: 5 },
      beside: true,
    })
  if (wanted.key === 'spf')
    ways.push({
      label: 'Second SPF',
      record: { name, type, value: 'v=spf1 include:_spf.other-provider.net ~all' },
      beside: true,
    })
  return ways
}

const wrongType = ({ name, type, value }: RecordToPublish): RecordToPublish =>
  type === 'TXT' ? { name, type: 'CNAME', value: 'parked.example.net' } : { name, type: 'TXT', value }

function wrongValue({ key, type, value }: RecordView): string {
  if (key === 'spf') return 'v=spf1 include:_spf.other-provider.net ~all'
  if (key === 'dmarc') return 'v=DMARC1; p=maybe;'
  // As pasted with a piece missing at the front.
  return type === 'TXT' ? value.slice(0, -3) : value.slice(3)
}
