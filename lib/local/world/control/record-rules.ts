import { isIPv4, isIPv6 } from 'node:net'
import { RESERVED_ZONES } from '../dns/atlas'
import { isWithin, plainName, registrableZone } from '../dns/names'
import type { RecordFields } from '../store/zones'
import { RECORD_TYPES, type RecordType } from '../types'
import { ControlError, invalid } from './error'

// RFC 1035 2.3.4 lengths; `_` for service names and `*` for a wildcard, as providers take them.
const NAME = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{1,63}$/
// Four times what any DKIM or SPF record needs.
const MOST_TEXT = 4096
const DEFAULT_TTL = 60

/** What was typed into the panel to what is published, or the reason why not. */
export function readRecord(input: Record<string, unknown>): RecordFields {
  const name = plainName(requireText(input, 'name'))
  if (!NAME.test(name)) throw invalid('name', `"${name}" is not a valid DNS name.`)
  const zone = registrableZone(name)
  if (!zone) throw invalid('name', `"${name}" has no zone it could live in.`)
  if (RESERVED_ZONES.some((reserved) => isWithin(name, reserved)))
    throw invalid('name', `${zone} belongs to the outside world and can't be edited.`, 'zone_reserved')
  const type = RECORD_TYPES.find((known) => known === input.type)
  if (!type) throw invalid('type', `Type must be one of ${RECORD_TYPES.join(', ')}.`)
  return {
    zone,
    name,
    type,
    value: readValue(type, requireText(input, 'value')),
    priority: type === 'MX' ? readNumber(input, 'priority', 10, 65_535) : null,
    ttl: readNumber(input, 'ttl', DEFAULT_TTL, 604_800),
  }
}

/** RFC 1034 3.6.2: where there is a CNAME there is nothing else. */
export function checkNeighbours(record: RecordFields, neighbours: RecordFields[], force: boolean): void {
  const same = neighbours.find((one) => one.type === record.type && one.value === record.value)
  if (same && same.priority === record.priority)
    throw new ControlError(409, 'duplicate', 'An identical record already exists.', 'value')
  if (force) return
  const conflict = neighbours.find((one) => (one.type === 'CNAME') !== (record.type === 'CNAME'))
  if (conflict)
    throw new ControlError(
      409,
      'cname_conflict',
      `${record.name} already has a ${conflict.type} record. A CNAME can't live beside other records.`,
      'type',
    )
  if (record.type === 'CNAME' && neighbours.length > 0)
    throw new ControlError(409, 'cname_conflict', `${record.name} already has a CNAME record.`, 'name')
}

function readValue(type: RecordType, given: string): string {
  // A TXT value is kept as it was typed: quotes and stray spaces are mistakes people make.
  if (type === 'TXT') {
    if (given.length > MOST_TEXT)
      throw invalid('value', `A TXT value can have at most ${MOST_TEXT} characters.`)
    return given
  }
  const value = given.trim()
  if (type === 'A' && !isIPv4(value)) throw invalid('value', 'An A record needs an IPv4 address.')
  if (type === 'AAAA' && !isIPv6(value)) throw invalid('value', 'An AAAA record needs an IPv6 address.')
  if (type === 'A' || type === 'AAAA') return value
  const target = value.replace(/\.$/, '')
  if (!NAME.test(target.toLowerCase()))
    throw invalid('value', `A ${type} record needs a host name, without a port or a path.`)
  return target
}

function requireText(input: Record<string, unknown>, field: string): string {
  const value = input[field]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw invalid(field, `${field} is missing.`)
}

function readNumber(input: Record<string, unknown>, field: string, fallback: number, most: number): number {
  const value = input[field] ?? fallback
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw invalid(field, `${field} must be a whole number from 0 to ${most}.`)
}
