import { platformTenantId } from '@/lib/audit/platform'
import { after, HOUR } from '@/lib/kernel/clock'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { asPlatform } from '@/lib/kernel/platform'
import { queueMail } from '../queue-mail'

/**
 * Tells every admin that somebody asked for what is a neighbour's: once an hour of UTC, however often it happens. The
 * hour's row is the claim, so of many at once one tells; claim and mail are one transaction. Across tenants, because
 * admins are people and not members.
 */
export async function tellAttempts(): Promise<boolean> {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const period = now.toISOString().slice(0, 13)
    const { count } = await tx.notice.createMany({
      data: { tenantId, kind: 'cross_tenant_attempts', period },
      skipDuplicates: true,
    })
    if (count === 0) return false
    const admins = await tx.user.findMany({ where: { platformRole: 'admin' }, select: { email: true } })
    for (const { email: to } of admins)
      await queueMail(tx, { tenantId, kind: 'notice', to, ...mail(period), expiresAt: after(now, 24 * HOUR) })
    return true
  })
}

const mail = (period: string) => ({
  subject: 'Somebody asked for what belongs to another organisation',
  text: [
    `In the hour from ${period.replace('T', ' ')}:00 UTC at least one call asked for something that belongs to another organisation.`,
    'It was refused, and whoever asked was told only that there is nothing under that address.',
    '',
    `Who it was, and what for: ${env().NEXTAUTH_URL}/admin/health`,
    '',
    'There is one such message an hour, however many calls there are.',
  ].join('\n'),
})
