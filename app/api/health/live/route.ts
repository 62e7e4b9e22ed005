/** Whether the process answers at all: for probes that must not depend on the database, and the bench's bare route. */
export const GET = () => Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
export const dynamic = 'force-dynamic'
