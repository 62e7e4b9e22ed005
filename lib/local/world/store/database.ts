import { DatabaseSync } from 'node:sqlite'

const TABLES = `
  CREATE TABLE IF NOT EXISTS document (
    kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS zone (name TEXT PRIMARY KEY, serial INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS record (
    id INTEGER PRIMARY KEY AUTOINCREMENT, zone TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    value TEXT NOT NULL, priority INTEGER, ttl INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS record_name ON record (name);
  CREATE INDEX IF NOT EXISTS record_zone ON record (zone);
  CREATE TABLE IF NOT EXISTS hosted_key (
    host TEXT PRIMARY KEY, identity TEXT NOT NULL, value TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS outage (zone TEXT PRIMARY KEY, mode TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mail (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
    summary TEXT NOT NULL, raw BLOB NOT NULL, verdict TEXT
  );
  CREATE TABLE IF NOT EXISTS outbox (
    id TEXT PRIMARY KEY, due INTEGER NOT NULL, since INTEGER NOT NULL, attempts INTEGER NOT NULL, envelope TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS call (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
`

/** WAL with synchronous=FULL: what was answered survives kill -9 and a power cut. */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=2000;')
  db.exec(TABLES)
  return db
}

export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
