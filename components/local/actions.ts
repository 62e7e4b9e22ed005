import type { Outcome } from '@/components/outcome'
import type { DnsMode, RecordType } from '@/lib/local/world/types'

export interface RecordToPublish {
  name: string
  type: RecordType
  value: string
  priority?: number
  ttl?: number
}

/** What the local DNS provider's panel can do. */
export interface LocalActions {
  publish: (record: RecordToPublish) => Promise<Outcome<null>>
  remove: (input: { id: number }) => Promise<Outcome<null>>
  setMode: (input: { mode: DnsMode }) => Promise<Outcome<null>>
}
