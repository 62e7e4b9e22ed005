import { AppError } from '@/lib/kernel/errors'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'

interface Known {
  subject: string
  subjectId: string
  fact: Record<string, unknown>
}

/**
 * What a tenant was, before `until`. As the platform role, because workspaces belong to no tenant, and because the
 * people of then may be no members any more.
 */
export function factsBefore(tenantId: string, until: Date) {
  return asPlatform(async (tx) => {
    const facts = await tx.$queryRaw<Known[]>`
      select subject, "subjectId", fact from (
        select distinct on (subject, "subjectId") subject, "subjectId", fact from "History"
         where "tenantId" = ${tenantId}::uuid and at < ${until}
         order by subject, "subjectId", at desc, id desc) known
       where fact is not null order by "subjectId"`
    const of = (subject: string) => facts.filter((known) => known.subject === subject)
    const [tenant] = of('tenant')
    if (!tenant)
      throw new AppError('not_found', {
        say: 'This organisation did not exist at that time.',
        next: 'Choose a later date.',
      })
    const members = of('membership')
    return {
      ...{ tenant: tenant.fact, members, domains: of('domain'), inboxes: of('inbox'), grants: of('grant') },
      workspace: await workspaceBefore(tx, String(tenant.fact.workspaceId), until),
      people: await peopleOf(tx, members),
    }
  })
}

async function workspaceBefore(tx: Tx, workspaceId: string, until: Date) {
  const row = await tx.workspaceHistory.findFirst({
    where: { workspaceId, at: { lt: until } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return { id: workspaceId, facts: (row?.fact ?? {}) as Record<string, unknown> }
}

async function peopleOf(tx: Tx, members: Known[]): Promise<Map<string, string>> {
  const people = await tx.user.findMany({
    where: { id: { in: members.map((member) => String(member.fact.userId)) } },
    select: { id: true, email: true },
  })
  return new Map(people.map(({ id, email }) => [id, email]))
}

/** The tenant of a slug, for staff. */
export async function tenantIdOf(slug: string): Promise<string> {
  const tenant = await asPlatform((tx) => tx.tenant.findUnique({ where: { slug }, select: { id: true } }))
  if (!tenant) throw new AppError('not_found', { say: 'No organisation has this slug.', field: 'tenant' })
  return tenant.id
}
