import type { Store } from '../store/store'
import type { SesSettings } from '../types'
import type { Body } from './input'
import type { Place } from './arns'

/** What every handler may use. */
export interface Ses extends Place {
  store: Store
  settings(): SesSettings
  /** asks for one's turn in the sending rate; false when it is exceeded */
  takeSendTurn(recipients: number): boolean
  /** when the background check last looked at an identity; milliseconds */
  lastCheckedAt(identity: string): number | undefined
  /** lets the receiving side look at a stored message */
  deliver(id: string): void
}

export interface Call {
  /** decoded path segments by their name in the route */
  params: Record<string, string>
  query: URLSearchParams
  body: Body
}

export type Handler = (ses: Ses, call: Call) => object | Promise<object>

export const seconds = (milliseconds: number): number => milliseconds / 1000
export const param = (call: Call, name: string): string => call.params[name] ?? ''
