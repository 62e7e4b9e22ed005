import type { DatabaseSync } from 'node:sqlite'
import { DNS_MODES, type DnsMode, type DnsState } from '../types'

export interface Outages {
  /** no zone: the whole server */
  set(mode: DnsMode, zone?: string): void
  state(): DnsState
}

const WHOLE_SERVER = ''

export function outages(db: DatabaseSync): Outages {
  const put = db.prepare('INSERT OR REPLACE INTO outage (zone, mode) VALUES (?, ?)')
  const drop = db.prepare('DELETE FROM outage WHERE zone = ?')
  const select = db.prepare('SELECT zone, mode FROM outage')
  return {
    set(mode, zone = WHOLE_SERVER) {
      if (mode === 'up') drop.run(zone)
      else put.run(zone, mode)
    },
    state() {
      const state: DnsState = { mode: 'up', zones: {} }
      for (const row of select.all()) {
        const mode = DNS_MODES.find((known) => known === row.mode) ?? 'up'
        if (row.zone === WHOLE_SERVER) state.mode = mode
        else state.zones[String(row.zone)] = mode
      }
      return state
    },
  }
}
