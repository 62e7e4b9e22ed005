import type { Inbound } from '../inbound/inbound'
import type { Ses } from '../ses/context'
import type { Faults } from '../ses/faults'
import type { Deliveries } from '../ses/send/deliveries'
import type { Topic } from '../sns/topic'
import type { SesSettings } from '../types'

export interface ControlWorld {
  ses: Ses
  faults: Faults
  deliveries: Deliveries
  inbound: Inbound
  topic: Topic
  changeSettings(change: Partial<SesSettings>): void
}

export interface ControlCall {
  /** the path's variable parts, decoded, in their order */
  parts: string[]
  query: URLSearchParams
  body: Record<string, unknown>
}

export type ControlHandler = (world: ControlWorld, call: ControlCall) => unknown
