import { SECOND } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { operation } from '@/lib/kernel/operation'
import { idInput } from './input'
import { readDomain } from './read-domain'
import { domainView } from './view'
import { DUE } from './wake'
import { announce } from '@/lib/kernel/live'

// An open page says so every 8 s; two lost calls do not end the watch.
const WATCHED_FOR = 25 * SECOND

/** Somebody has the page open: records are looked at every second or two until they stop looking. */
export const watchDomain = operation({
  name: 'domains.watch',
  summary: 'Say that somebody is looking, so that checks come every second or two for a while.',
  permission: 'domains.read',
  effect: 'read',
  http: { method: 'POST', path: '/domains/{id}/watch' },
  domain: 'id',
  input: idInput,
  output: domainView,
  run: async (caller, { id }) => {
    if (!isUuid(id)) throw new AppError('not_found')
    const began = await asTenant(
      caller,
      (tx) => tx.$queryRaw<{ began: boolean }[]>`
        update "Domain" d
           set "watchedUntil" = now() + make_interval(secs => ${WATCHED_FOR / SECOND}::float8),
               "nextCheckAt" = case when was.began then least(d."nextCheckAt", now()) else d."nextCheckAt" end,
               attempt = case when was.began then 0 else d.attempt end
          from (select id, coalesce("watchedUntil" < now(), true) as began from "Domain" where id = ${id}::uuid) was
         where d.id = was.id and d."tenantId" = ${caller.tenantId}::uuid
        returning was.began`,
    )
    if (began[0]?.began) await announce({ tenantId: caller.tenantId, noun: DUE, id })
    return readDomain(caller, id)
  },
})
