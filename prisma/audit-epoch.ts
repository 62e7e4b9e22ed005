import { PLATFORM } from './roles'
import { withClient } from './sql'

/**
 * Keeps the transaction numbers of the audit trail growing after the database was moved into another cluster by a logical
 * dump, where they start again: new events would fall into sealed ranges, and read as put in later. Safe to run again;
 * answers whether there was anything to raise.
 */
export function keepAuditEpoch(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    // Row-level security holds for the owner too.
    await client.query(`SET LOCAL ROLE ${PLATFORM}`)
    const { rows } = await client.query<{ lag: string }>(`
      SELECT greatest((SELECT max("toTx") FROM "AuditSeal"), (SELECT max(tx) + 1 FROM "AuditEvent"), 0)
             - (audit_epoch() + pg_current_xact_id()::text::bigint) AS lag`)
    await client.query('SET LOCAL ROLE NONE')
    const lag = BigInt(rows[0]?.lag ?? 0)
    if (lag > 0n) {
      const epoch = await client.query<{ epoch: string }>('SELECT audit_epoch() AS epoch')
      const raised = BigInt(epoch.rows[0]?.epoch ?? 0) + lag
      await client.query(
        `CREATE OR REPLACE FUNCTION audit_epoch() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
           AS $$ SELECT ${raised}::bigint $$`,
      )
    }
    await client.query('COMMIT')
    return lag > 0n
  })
}
