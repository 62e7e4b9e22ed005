import { handlers } from '@/lib/faces/worker/handlers'
import type { Job } from '@/lib/kernel/jobs'
import { withClient } from '@/prisma/sql'
import type { TestDatabase } from './database'

/** Takes what is queued of these kinds, as a worker would, until nothing is left; answers what handlers threw. */
export async function work(database: TestDatabase, ...jobs: Job<object>[]): Promise<unknown[]> {
  const thrown: unknown[] = []
  for (;;) {
    const taken = await withClient(database.superUrl, (c) =>
      c.query<{ name: string; data: object }>(
        `delete from pgboss.job where name = any ($1) and state = 'created' returning name, data`,
        [jobs.map((job) => job.name)],
      ),
    )
    if (taken.rows.length === 0) return thrown
    for (const { name, data } of taken.rows)
      await handlers
        .find(({ job }) => job.name === name)
        ?.handle(data)
        .catch((error: unknown) => thrown.push(error))
  }
}
