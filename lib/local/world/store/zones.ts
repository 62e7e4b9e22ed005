import type { DatabaseSync } from 'node:sqlite'
import type { RecordType, ZoneRecord } from '../types'
import { transaction } from './database'

export type RecordFields = Omit<ZoneRecord, 'id'>

export interface Zones {
  all(): { name: string; serial: number }[]
  serial(zone: string): number | undefined
  recordsIn(zone: string): ZoneRecord[]
  at(name: string): ZoneRecord[]
  below(name: string): boolean
  find(id: number): ZoneRecord | undefined
  add(fields: RecordFields): ZoneRecord
  edit(id: number, fields: RecordFields): ZoneRecord
  remove(id: number): boolean
  removeAt(name: string, type: string): number
}

export function zones(db: DatabaseSync): Zones {
  const bump = db.prepare(
    'INSERT INTO zone (name, serial) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET serial = serial + 1',
  )
  const insert = db.prepare(
    'INSERT INTO record (zone, name, type, value, priority, ttl) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    'UPDATE record SET zone = ?, name = ?, type = ?, value = ?, priority = ?, ttl = ? WHERE id = ?',
  )
  const drop = db.prepare('DELETE FROM record WHERE id = ?')
  const byId = db.prepare('SELECT * FROM record WHERE id = ?')
  const byName = db.prepare('SELECT * FROM record WHERE name = ? ORDER BY id')
  const byZone = db.prepare('SELECT * FROM record WHERE zone = ? ORDER BY name, type, id')
  const ending = db.prepare('SELECT 1 FROM record WHERE substr(name, -length(?)) = ? LIMIT 1')
  const allZones = db.prepare('SELECT name, serial FROM zone ORDER BY name')
  const oneZone = db.prepare('SELECT serial FROM zone WHERE name = ?')

  const columns = (fields: RecordFields) =>
    [fields.zone, fields.name, fields.type, fields.value, fields.priority, fields.ttl] as const
  const find = (id: number) => {
    const row = byId.get(id)
    return row ? toRecord(row) : undefined
  }
  // A serial people recognise: the day it was made, then counted up.
  const touch = (zone: string) => bump.run(zone, Number(`${dayNumber()}01`))

  return {
    all: () => allZones.all().map((row) => ({ name: String(row.name), serial: Number(row.serial) })),
    serial(zone) {
      const row = oneZone.get(zone)
      return row ? Number(row.serial) : undefined
    },
    recordsIn: (zone) => byZone.all(zone).map(toRecord),
    at: (name) => byName.all(name).map(toRecord),
    below: (name) => ending.get(`.${name}`, `.${name}`) !== undefined,
    find,
    add: (fields) =>
      transaction(db, () => {
        touch(fields.zone)
        return { ...fields, id: Number(insert.run(...columns(fields)).lastInsertRowid) }
      }),
    edit: (id, fields) =>
      transaction(db, () => {
        touch(fields.zone)
        update.run(...columns(fields), id)
        return { ...fields, id }
      }),
    remove: (id) =>
      transaction(db, () => {
        const record = find(id)
        if (record) touch(record.zone)
        return drop.run(id).changes === 1
      }),
    removeAt: (name, type) =>
      transaction(db, () => {
        const doomed = byName
          .all(name)
          .map(toRecord)
          .filter((record) => record.type === type)
        for (const record of doomed) {
          touch(record.zone)
          drop.run(record.id)
        }
        return doomed.length
      }),
  }
}

const dayNumber = () => new Date().toISOString().slice(0, 10).replaceAll('-', '')

function toRecord(row: Record<string, unknown>): ZoneRecord {
  return {
    id: Number(row.id),
    zone: String(row.zone),
    name: String(row.name),
    type: String(row.type) as RecordType,
    value: String(row.value),
    priority: row.priority === null ? null : Number(row.priority),
    ttl: Number(row.ttl),
  }
}
