import { z } from 'zod'
import type { TenantCaller } from '@/lib/kernel/caller'
import { after, SECOND } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { scopesFor } from '@/lib/kernel/permissions'
import { agentSessionInput, idInput } from '../input'
import { mintedToken } from '../view'
import { recordGrant } from './change-grant'
import { holdGrantAlone, type GrantRow } from './grant'

// One for each run of an agent within the hour that a token lasts; more is a program that forgets the one it has.
const MOST_TOKENS = 200
const LONGEST_SECONDS = 3_600

export const mintToken = operation({
  name: 'grants.token',
  summary: 'Mint a token for one inbox, for an hour at most; it is shown this once.',
  permission: 'grants.mint',
  effect: 'write',
  http: { method: 'POST', path: '/grants/{id}/token' },
  inbox: 'scoped',
  secret: ['token'],
  input: idInput.extend({
    agentSession: agentSessionInput,
    scopes: z
      .array(z.string().max(64))
      .min(1)
      .max(20)
      .optional()
      .describe('what it may do, such as messages.read; a key gives what it has itself; without them, read'),
    seconds: z
      .number()
      .int()
      .min(60)
      .max(LONGEST_SECONDS)
      .default(LONGEST_SECONDS)
      .describe('how long it lasts'),
  }),
  output: mintedToken,
  run: async (caller, { id, agentSession, scopes: asked, seconds }) => {
    const scopes = checkScopes(caller, asked)
    const { tenantId } = caller
    const minted = await asTenant(caller, async (tx) => {
      const row = await holdGrantAlone(tx, caller, id)
      refuseDead(row)
      const { incarnation: tenantIncarnation } = await tx.tenant.findUniqueOrThrow({
        where: { id: tenantId },
        select: { incarnation: true },
      })
      const now = await databaseTime(tx)
      await refuseTooMany(tx, row, tenantIncarnation, now)
      // The start tells secret scanners and people what it is.
      const token = `lht_${randomToken()}`
      const { inboxId, incarnation } = row
      const expiresAt = after(now, seconds * SECOND)
      const kept = await tx.grantToken.create({
        data: {
          tenantId,
          grantId: id,
          incarnation,
          tenantIncarnation,
          keyId: 'keyId' in caller ? caller.keyId : null,
          hash: hashSecret(token),
          scopes,
          agentSession,
          expiresAt,
        },
        select: { id: true },
      })
      await recordGrant(tx, caller, row, 'grant.token_minted', {
        after: { tokenId: kept.id, agentSession, scopes, expiresAt },
      })
      const { address } = row.inbox
      return {
        id: kept.id,
        grantId: id,
        inboxId,
        address,
        scopes,
        agentSession,
        expiresAt: expiresAt.toISOString(),
        token,
      }
    })
    await announce({ tenantId, noun: 'inboxes', id: minted.inboxId })
    return minted
  },
})

/** Nobody gives what they do not have: a key with few scopes would otherwise mint itself more. @throws AppError scope_unknown | scope_missing */
function checkScopes(caller: TenantCaller, asked: string[] | undefined): string[] {
  const known: readonly string[] = scopesFor('grant')
  const own = known.filter((scope) => !('scopes' in caller) || caller.scopes.includes(scope))
  const scopes = asked ? [...new Set(asked)] : own.filter((scope) => scope.endsWith('.read'))
  if (!scopes.every((scope) => known.includes(scope)))
    throw new AppError('scope_unknown', {
      field: 'scopes',
      say: 'A token of a grant cannot have such a scope.',
      next: `Choose out of: ${known.join(', ')}.`,
    })
  if (scopes.length === 0 || !scopes.every((scope) => own.includes(scope)))
    throw new AppError('scope_missing', {
      field: 'scopes',
      say: 'A key gives a token no scope that it does not have itself.',
      next: own.length > 0 ? `It can give: ${own.join(', ')}.` : `Give the key one of: ${known.join(', ')}.`,
    })
  return scopes
}

/** @throws AppError grant_revoked | grant_suspended | inbox_closed | inbox_suspended */
function refuseDead({ revokedAt, suspendedAt, inbox }: GrantRow): void {
  if (inbox.closedAt) throw new AppError('inbox_closed')
  if (revokedAt) throw new AppError('grant_revoked')
  if (suspendedAt) throw new AppError('grant_suspended')
  if (inbox.suspendedAt) throw new AppError('inbox_suspended')
}

async function refuseTooMany(
  tx: Tx,
  { tenantId, id: grantId }: GrantRow,
  tenantIncarnation: string,
  now: Date,
): Promise<void> {
  const valid = await tx.grantToken.count({
    where: { tenantId, grantId, tenantIncarnation, expiresAt: { gt: now } },
  })
  if (valid >= MOST_TOKENS) throw new AppError('token_limit')
}
