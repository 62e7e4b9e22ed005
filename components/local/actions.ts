import type { Outcome } from '@/components/outcome'
import type { DnsMode, HandedOver, Letter, RecordType, SnsSettings } from '@/lib/local/world/types'

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

/** What somebody in the outside world can do. */
export interface WriteActions {
  write: (letter: Letter & { door: 'network' | 'smtp' }) => Promise<Outcome<HandedOver>>
  changeTopic: (change: TopicSwitches) => Promise<Outcome<null>>
}
export type TopicSwitches = Partial<Pick<SnsSettings, 'lateMs' | 'twice' | 'outOfOrder'>>
