import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Installation } from './installation'

/** The database itself, as whoever runs the machine has it: for what only days and nights would
 * bring, and for what no page shows. */
export class Database {
  constructor(private readonly product: Installation) {}

  /** As if a message had come, and had been put where it is, so many days earlier. */
  async age(inboxId: string, subject: string, days: number) {
    const aged = await this.run(
      `update "Message" set "receivedAt" = "receivedAt" - make_interval(days => $3),
              "filedAt" = "filedAt" - make_interval(days => $3)
        where "inboxId" = $1 and subject = $2`,
      [inboxId, subject, days],
    )
    if (aged !== 1) throw new Error(`${aged} messages are called ${subject}`)
  }

  /** As if the hour had come at which a job begins. */
  begin = (job: string) => this.run(`insert into pgboss.job (name, data) values ($1, '{}')`, [job])

  /** While something goes on, one table is not there: as if the server were in trouble. */
  async without(table: 'Invite', work: () => Promise<void>) {
    await this.run(`alter table "${table}" rename to "${table} away"`)
    try {
      await work()
    } finally {
      await this.run(`alter table "${table} away" rename to "${table}"`)
    }
  }

  /** What is there, where no page shows all of it. */
  rows = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await this.ask<R>(text, values)).rows

  private run = async (text: string, values: unknown[] = []): Promise<number> =>
    (await this.ask(text, values)).rowCount ?? 0

  private async ask<R extends pg.QueryResultRow>(text: string, values: unknown[]) {
    const { port, passwords } = JSON.parse(
      readFileSync(join(this.product.stateDir, 'postgres.json'), 'utf8'),
    ) as { port: number; passwords: { super: string } }
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port, user: 'postgres' },
      ...{ password: passwords.super, database: 'letterhead' },
    })
    await client.connect()
    try {
      return await client.query<R>(text, values)
    } finally {
      await client.end()
    }
  }
}
