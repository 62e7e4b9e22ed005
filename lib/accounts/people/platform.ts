import { platformTenantId } from '@/lib/audit/platform'
import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import { asPlatform } from '@/lib/kernel/platform'

// A person belongs to no tenant and may be in several: these act on the caller's own row.

const withPlaces = {
  memberships: { include: { tenant: true }, orderBy: { createdAt: 'asc' } },
} as const

/** @throws AppError not_signed_in when the person was removed meanwhile */
export async function personOf({ userId }: PersonCaller) {
  const user = await asPlatform((tx) => tx.user.findUnique({ where: { id: userId }, include: withPlaces }))
  if (!user) throw new AppError('not_signed_in')
  return user
}

export function renamePerson(caller: PersonCaller, name: string) {
  const { userId } = caller
  return asPlatform(async (tx) => {
    const before = await tx.user.findUnique({ where: { id: userId }, select: { name: true } })
    if (!before) throw new AppError('not_signed_in')
    const user = await tx.user.update({ where: { id: userId }, data: { name }, include: withPlaces })
    await recordAct(tx, caller, {
      tenantId: await platformTenantId(),
      action: 'person.renamed',
      subject: { type: 'person', id: userId, label: name },
      before: { name: before.name },
      after: { name },
    })
    return user
  })
}
