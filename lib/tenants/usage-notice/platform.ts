import { queueMail } from '@/lib/accounts/queue-mail'
import { after, DAY } from '@/lib/kernel/clock'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { announce } from '@/lib/kernel/live'
import { asPlatform } from '@/lib/kernel/platform'
import { limitFields, meteredNames, type MeteredName } from '@/lib/usage/fields'
import { TELL_USAGE } from '@/lib/usage/jobs'
import { noticeKind, noticePeriod } from '@/lib/usage/notice'
import { standingSql } from '@/lib/usage/overview/standing-sql'
import { readUsage } from '@/lib/usage/read-usage'
import { usageTime } from '@/lib/usage/usage-time'
import type { MeterView, UsageView } from '@/lib/usage/view'
import { usageMail } from './mail'

/**
 * Tells every owner that their organisation is close to a limit, or at it, as it is by now: once a level and a day,
 * whichever process comes first; something that was refused for want of room is told as all of it. Claim and mails are one
 * transaction, so none is lost and none sent twice. By the worker, as the platform: whoever is told are people, not callers
 * of the tenant.
 */
export async function tellUsage(tenantId: string, name: MeteredName, refused = false): Promise<boolean> {
  const told = await asPlatform(async (tx) => {
    const { nextPlan, meters, at, suspended } = await readUsage(tx, tenantId)
    // The sweep comes back to it once the suspension is over.
    if (suspended) return false
    const found = meters.find((m) => m.name === name)!
    const meter: MeterView = refused ? { ...found, level: 'full' } : found
    if (meter.level === 'ok' || meter.window === 'rate') return false
    if (!(await claim(tx, tenantId, meter, new Date(at)))) return false
    await mailOwners(tx, tenantId, meter, nextPlan)
    return true
  })
  if (told) await announce({ tenantId, noun: 'usage', id: tenantId })
  return told
}

/** Whether it was not told before. Who was told of all of it is not told of four fifths any more. */
async function claim(tx: Tx, tenantId: string, { name, level }: MeterView, at: Date): Promise<boolean> {
  const period = noticePeriod(at)
  const put = (of: 'near' | 'full') =>
    tx.notice.createMany({ data: { tenantId, kind: noticeKind(name, of), period }, skipDuplicates: true })
  const { count } = await put(level === 'full' ? 'full' : 'near')
  if (count > 0 && level === 'full') await put('near')
  return count > 0
}

async function mailOwners(
  tx: Tx,
  tenantId: string,
  meter: MeterView,
  nextPlan: UsageView['nextPlan'],
): Promise<void> {
  const {
    name: organisation,
    slug,
    environment,
  } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  const link = `${env().NEXTAUTH_URL}/t/${slug}/usage`
  const mail = usageMail({ organisation, environment, meter, nextPlan, link })
  const owners = await tx.membership.findMany({
    where: { tenantId, role: 'owner' },
    select: { user: { select: { email: true } } },
  })
  const expiresAt = meter.resetsAt ? new Date(meter.resetsAt) : after(await usageTime(tx), DAY)
  for (const { user } of owners)
    await queueMail(tx, { tenantId, kind: 'notice', to: user.email, ...mail, expiresAt })
}

const PAGE = 500

/**
 * Finds, across all tenants, those at or above four fifths of a limit who were not told: nobody's act crossed a line when a
 * policy was tightened or a plan changed. Hourly, by the worker. Answers how many.
 */
export async function sweepUsage(): Promise<number> {
  let found = 0
  for (const name of meteredNames) {
    if (limitFields[name].window === 'rate') continue
    await asPlatform((tx) => forget(tx, name))
    for (let last: string | undefined; ;) {
      const page = await asPlatform((tx) => tellSome(tx, name, last))
      found += page.length
      last = page.at(-1)
      if (page.length < PAGE) break
    }
  }
  return found
}

async function tellSome(tx: Tx, name: MeteredName, last = '00000000-0000-0000-0000-000000000000') {
  const { window } = limitFields[name]
  const now = await usageTime(tx)
  const inPeriod = window === 'always' ? Prisma.empty : Prisma.sql`and n.period = ${noticePeriod(now)}`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    ${standingSql([name], now, Prisma.sql`t."suspendedAt" is null and t.id > ${last}::uuid`)}
    select s.id from standing s
     where s.share >= 0.8 and s.used > 0
       and not exists (
         select from "Notice" n where n."tenantId" = s.id ${inPeriod}
            and n.kind = case when s.share >= 1 then ${noticeKind(name, 'full')} else ${noticeKind(name, 'near')} end)
     order by s.id limit ${PAGE}`
  for (const { id: tenantId } of rows) await enqueue(tx, TELL_USAGE, { tenantId, name })
  return rows.map(({ id }) => id)
}

// Long after the last window that a claim could be of.
const CLAIM_KEPT = 8 * DAY

/** Claims of windows that are over; and of what stands, once it fell below the line: rising again is news. */
async function forget(tx: Tx, name: MeteredName): Promise<void> {
  const now = await usageTime(tx)
  const [near, full] = [noticeKind(name, 'near'), noticeKind(name, 'full')]
  if (limitFields[name].window !== 'always') {
    await tx.notice.deleteMany({
      where: { kind: { in: [near, full] }, createdAt: { lt: after(now, -CLAIM_KEPT) } },
    })
    return
  }
  await tx.$executeRaw`
    ${standingSql([name], now, Prisma.sql`true`)}
    delete from "Notice" n using standing s
     where n."tenantId" = s.id and n.period < ${noticePeriod(now)}
       and (n.kind = ${near} and coalesce(s.share, 0) < 0.8 or n.kind = ${full} and coalesce(s.share, 0) < 1)`
}
