import { prisma } from '@/lib/kernel/db/client'
import { hashSecret } from '@/lib/kernel/ids'
import type { PlanName } from '@/lib/tenants/plans'

interface Row {
  id: string
  grantId: string
  grantName: string
  inboxId: string
  address: string
  scopes: string[]
  agentSession: string
  expiresAt: Date
  tenant: {
    id: string
    slug: string
    name: string
    kind: 'customer' | 'platform'
    plan: PlanName
    suspendedAt: string | null
    workspace: { requestsPerMinute: number | null }
  }
}

/**
 * A token that may be used now; null for any other text, and from the moment on that its grant, its inbox or its tenant is
 * suspended, or that its grant is revoked or renewed. Whose it is, is not known before, so it is found by a function of the
 * platform role.
 */
export async function grantByToken(token: string) {
  const [found] = await prisma().$queryRaw<Row[]>`select * from grant_by_token(${hashSecret(token)})`
  if (!found) return null
  const { id: tokenId, ...rest } = found
  return { tokenId, ...rest }
}

export type FoundGrant = NonNullable<Awaited<ReturnType<typeof grantByToken>>>
