import type { DatabaseSync } from 'node:sqlite'

/** Public keys this world serves itself: `<token>.dkim.amazonses.com` and its own selector. */
export interface HostedKeys {
  publish(host: string, identity: string, publicKey: string): void
  withdraw(identity: string): void
  at(host: string): string | undefined
  below(name: string): boolean
}

export function hostedKeys(db: DatabaseSync): HostedKeys {
  const insert = db.prepare('INSERT OR REPLACE INTO hosted_key (host, identity, value) VALUES (?, ?, ?)')
  const drop = db.prepare('DELETE FROM hosted_key WHERE identity = ?')
  const select = db.prepare('SELECT value FROM hosted_key WHERE host = ?')
  const ending = db.prepare('SELECT 1 FROM hosted_key WHERE substr(host, -length(?)) = ? LIMIT 1')
  return {
    publish: (host, identity, publicKey) => void insert.run(host, identity, `p=${publicKey}`),
    withdraw: (identity) => void drop.run(identity),
    at(host) {
      const row = select.get(host)
      return row ? String(row.value) : undefined
    },
    below: (name) => ending.get(`.${name}`, `.${name}`) !== undefined,
  }
}
