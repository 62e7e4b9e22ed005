import type { Resolver } from 'node:dns/promises'
import type { StoredMail } from '../../store/mail'
import type { Store } from '../../store/store'
import type { Verdict } from '../../types'
import { judge } from './judge'

/** Messages that have left and that the receiving side still looks at. */
export interface Deliveries {
  deliver(id: string): void
  /** waits until nothing is left to look at, at most `limitMs` */
  settled(limitMs: number): Promise<void>
}

/** @param comeIn takes what is meant for somebody here; it may be called again for the same message */
export function createDeliveries(
  store: Store,
  resolver: Resolver,
  closed: () => boolean,
  comeIn: (mail: StoredMail, verdict: Verdict) => Promise<void>,
): Deliveries {
  const looking = new Map<string, Promise<void>>()

  const look = async (id: string) => {
    const mail = store.mail.find(id)
    if (!mail) return
    const verdict = await judge(mail, resolver)
    if (closed()) return
    await comeIn(mail, verdict)
    if (!closed()) store.mail.judge(id, verdict)
  }
  const deliver = (id: string) => {
    // A message that can't be judged now is judged at the next start.
    const work = look(id)
      .catch(() => undefined)
      .finally(() => looking.delete(id))
    looking.set(id, work)
  }
  for (const mail of store.mail.unjudged()) deliver(mail.id)

  return {
    deliver,
    async settled(limitMs) {
      let timer: NodeJS.Timeout | undefined
      const limit = new Promise<void>((done) => (timer = setTimeout(done, limitMs)))
      await Promise.race([Promise.all(looking.values()), limit])
      clearTimeout(timer)
    },
  }
}
