import { NAME_SERVERS } from '../dns/atlas'
import { plainName } from '../dns/names'
import type { Zone, ZoneRecord } from '../types'
import type { ControlHandler, ControlWorld } from './context'
import { invalid, missing } from './error'
import { checkNeighbours, readRecord } from './record-rules'

export const listZones: ControlHandler = ({ ses: { store } }): Zone[] => {
  const { zones: modes } = store.outages.state()
  return store.zones.all().map(({ name, serial }) => ({
    name,
    serial,
    mode: modes[name] ?? 'up',
    nameServers: NAME_SERVERS,
    records: store.zones.recordsIn(name),
  }))
}

export const addRecord: ControlHandler = ({ ses: { store } }, { body }): ZoneRecord => {
  const fields = readRecord(body)
  checkNeighbours(fields, store.zones.at(fields.name), body.force === true)
  return store.zones.add(fields)
}

export const editRecord: ControlHandler = (world, { parts, body }): ZoneRecord => {
  const { id, ...before } = find(world, parts[0])
  const { zones } = world.ses.store
  const fields = readRecord({ ...before, priority: before.priority ?? undefined, ...body })
  const others = zones.at(fields.name).filter((record) => record.id !== id)
  checkNeighbours(fields, others, body.force === true)
  return zones.edit(id, fields)
}

export const removeRecord: ControlHandler = (world, { parts }) => {
  world.ses.store.zones.remove(find(world, parts[0]).id)
  return { removed: 1 }
}

export const removeRecordsAt: ControlHandler = ({ ses: { store } }, { query }) => {
  const name = query.get('name')
  const type = query.get('type')
  if (!name) throw invalid('name', 'name is missing.')
  if (!type) throw invalid('type', 'type is missing.')
  return { removed: store.zones.removeAt(plainName(name), type.toUpperCase()) }
}

function find({ ses: { store } }: ControlWorld, id: string | undefined): ZoneRecord {
  const record = store.zones.find(Number(id))
  if (!record) throw missing('record')
  return record
}
