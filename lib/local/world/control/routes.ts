import type { ControlHandler } from './context'
import { getDns, setDns } from './dns'
import { armFault, clearFaults, getFaults } from './faults'
import { getArrived, handOver, receive } from './inbound'
import { clearMail, getMail, listMail } from './mail'
import { changeSettings, expireIdentity, forceStatus, getSes } from './ses'
import { changeTopic, getTopic, publish, subscribe } from './sns'
import { addRecord, editRecord, listZones, removeRecord, removeRecordsAt } from './zones'

const health: ControlHandler = () => ({ ok: true })

/** `:` stands for one variable part of the path. */
export const CONTROL_ROUTES: readonly [method: string, path: string, handler: ControlHandler][] = [
  ['GET', '/health', health],
  ['GET', '/zones', listZones],
  ['POST', '/records', addRecord],
  ['DELETE', '/records', removeRecordsAt],
  ['PUT', '/records/:', editRecord],
  ['DELETE', '/records/:', removeRecord],
  ['GET', '/dns', getDns],
  ['PUT', '/dns', setDns],
  ['GET', '/mail', listMail],
  ['DELETE', '/mail', clearMail],
  ['GET', '/mail/:', getMail],
  ['GET', '/inbound', getArrived],
  ['POST', '/inbound', receive],
  ['POST', '/letters', handOver],
  ['GET', '/sns', getTopic],
  ['PUT', '/sns/settings', changeTopic],
  ['PUT', '/sns/subscription', subscribe],
  ['POST', '/sns/publish', publish],
  ['GET', '/faults', getFaults],
  ['POST', '/faults', armFault],
  ['DELETE', '/faults', clearFaults],
  ['GET', '/ses', getSes],
  ['PUT', '/ses/settings', changeSettings],
  ['POST', '/ses/identities/:/status', forceStatus],
  ['POST', '/ses/expire', expireIdentity],
]

export function matchControl(
  method: string,
  path: string,
): { handler: ControlHandler; parts: string[] } | null {
  const given = path.split('/')
  for (const [wanted, pattern, handler] of CONTROL_ROUTES) {
    const segments = pattern.split('/')
    if (wanted !== method || segments.length !== given.length) continue
    if (!segments.every((segment, index) => segment === ':' || segment === given[index])) continue
    const parts = given.filter((_, index) => segments[index] === ':').map(safeDecode)
    return { handler, parts }
  }
  return null
}

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
