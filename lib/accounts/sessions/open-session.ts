import { platformTenantId } from '@/lib/audit/platform'
import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import { after, DAY } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { deviceWords } from './device-words'

/** A browser's session lasts thirty days, a command line's ninety. */
export const SESSION_DAYS = { web: 30, cli: 90 } as const

export interface Opening {
  kind: 'web' | 'cli'
  /** the browser's or the machine's own words about itself */
  label: string | null
  address: string | null
  /** next-auth brings its own */
  token?: string
}

/** Makes the caller of somebody who was nobody until now: only a face can. */
export type Become = (who: { userId: string; email: string; name: string }, sessionId: string) => PersonCaller

/** A new session, on the record. The token is answered once; only its hash is kept. In a transaction of the platform role. */
export async function openSessionIn(
  tx: Tx,
  user: { id: string; email: string; name: string | null },
  { kind, label, address, token = randomToken() }: Opening,
  become: Become,
): Promise<{ id: string; token: string; expires: Date }> {
  const expires = after(await databaseTime(tx), SESSION_DAYS[kind] * DAY)
  const { id } = await tx.session.create({
    data: {
      ...{ userId: user.id, sessionToken: hashSecret(token), kind, address, expires },
      label: label?.slice(0, 300) ?? null,
    },
    select: { id: true },
  })
  await recordAct(tx, become({ userId: user.id, email: user.email, name: user.name ?? user.email }, id), {
    tenantId: await platformTenantId(),
    action: 'session.opened',
    subject: { type: 'session', id, label: deviceWords(kind, label) },
    after: { kind },
  })
  return { id, token, expires }
}
