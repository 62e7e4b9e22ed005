import { asPlatform } from '@/lib/kernel/platform'

const KEPT_DAYS = 30
const AT_ONCE = 10_000

/** Drops notes of mail that was turned away, a month after it: of all tenants, by the worker. Answers how many. */
export async function dropOldRefusals(): Promise<number> {
  let dropped = 0
  for (;;) {
    const some = await asPlatform(
      (tx) => tx.$executeRaw`
        delete from "MailRefusal" where id in (
          select id from "MailRefusal"
           -- Asked once: of what may change from row to row no index is read.
           where at < (select usage_time() - make_interval(days => ${KEPT_DAYS})) order by at limit ${AT_ONCE})`,
    )
    dropped += some
    if (some < AT_ONCE) return dropped
  }
}
