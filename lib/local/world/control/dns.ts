import { plainName } from '../dns/names'
import { DNS_MODES, type DnsState } from '../types'
import type { ControlHandler } from './context'
import { invalid, missing } from './error'

export const getDns: ControlHandler = ({ ses: { store } }): DnsState => store.outages.state()

export const setDns: ControlHandler = ({ ses: { store } }, { body }): DnsState => {
  const mode = DNS_MODES.find((known) => known === body.mode)
  if (!mode) throw invalid('mode', `mode must be one of ${DNS_MODES.join(', ')}.`)
  const zone = typeof body.zone === 'string' && body.zone ? plainName(body.zone) : undefined
  if (zone && store.zones.serial(zone) === undefined) throw missing('zone')
  store.outages.set(mode, zone)
  return store.outages.state()
}
