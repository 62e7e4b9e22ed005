import { z } from 'zod'
import {
  readIdentity,
  restartDkim,
  setMailFrom,
  MailNetworkTrouble,
  type IdentityState,
} from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { HOUR, SECOND } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { tellTenant } from '@/lib/tenants/tell'
import { expectedRecords } from './expected-records'
import { findDomainIfThere, type DomainRow } from './domain'
import { axes } from './domain-state'
import { idInput } from './input'
import { confirmedOf, knownOf } from './known'
import { lookUp, type Seen } from './look-up'
import { mailFromDomain } from './records'
import { resolver } from './resolver'
import { voidIdentity } from './void-identity'
import { writeVerdicts } from './write-verdicts'
import { holdsRecords } from './zone'

/**
 * Looks at a domain once: DNS for every record, the mail network when DNS looks right; then writes verdicts, state
 * and the time of the next look in one transaction, and tells open pages when something changed.
 */
export const observeDomain = operation({
  name: 'domains.observe',
  summary: 'Look at the records of a domain once and write down what was seen.',
  permission: 'domains.work',
  effect: 'write',
  doors: 'internal',
  input: idInput,
  output: z.object({}),
  run: async (caller, { id }) => {
    const row = await findDomainIfThere(caller, id)
    if (!row || row.deletingAt) return {}
    const expected = expectedRecords(row)
    const [seen, surroundings] = await Promise.all([lookUp(resolver(), expected, row.name), look(row)])
    const identity = await confirmation(caller, row, seen)
    const { changed, grouped } = await asTenant(caller, (tx) =>
      writeVerdicts(tx, caller, row, { seen, identity, surroundings }),
    )
    if (changed) await announce({ tenantId: caller.tenantId, noun: 'domains', id })
    if (grouped) await tellTenant(caller.tenantId)
    return {}
  },
})

/** Whose servers hold the zone: asked whenever something changed or somebody asked, not with every look. */
async function look(row: DomainRow): Promise<{ zone: string; hosts: string[] } | null> {
  if (row.zone !== null && row.attempt > 0) return null
  const servers = await resolver().nameServers(row.name)
  return servers && holdsRecords(servers.zone, row.name) ? servers : null
}

// Between two questions about one domain while it waits for confirmation.
const ASK_AGAIN = 1 * SECOND

/**
 * What the mail network says, asked only when DNS looks right or on the slow sweep; null when it was not asked or
 * did not answer, which never changes anything.
 */
async function confirmation(
  caller: WorkerCaller,
  row: DomainRow,
  seen: readonly Seen[],
): Promise<IdentityState | null> {
  const age = row.sesCheckedAt ? Date.now() - row.sesCheckedAt.getTime() : Infinity
  const now = {
    ...knownOf(row.records),
    ...Object.fromEntries(seen.map((s) => [s.expected.key, s.finding.verdict])),
  }
  const right = axes(now)
  const confirmed = confirmedOf(row)
  const waiting = (right.dkim && !confirmed.dkim) || (right.mailFrom && !confirmed.mailFrom)
  if (row.dkimTokens.length === 0 || age < (waiting ? ASK_AGAIN : HOUR)) return null
  if (!waiting && !confirmed.dkim) return null
  try {
    const identity = await readIdentity(row.region, row.name, 500)
    if (!identity && confirmed.dkim) await voidIdentity(caller, row)
    // Another claim's identity says nothing of this one.
    if (identity?.tags.domain !== row.id) return null
    await restartWhatGaveUp(caller, row, identity, right)
    return identity
  } catch (error) {
    if (error instanceof MailNetworkTrouble) return null
    throw error
  }
}

/** The mail network stops looking after 72 h; records that are right by now deserve another search. */
async function restartWhatGaveUp(
  caller: WorkerCaller,
  row: DomainRow,
  identity: IdentityState,
  right: { dkim: boolean; mailFrom: boolean },
) {
  if (right.dkim && identity.dkimStatus === 'FAILED') {
    const { tokens, signingHostedZone } = await restartDkim(row.region, row.name)
    // Whatever keys hold now are the ones to publish.
    await asTenant(caller, (tx) =>
      tx.domain.updateMany({
        where: { id: row.id, incarnation: row.incarnation },
        data: { dkimTokens: tokens, signingHostedZone },
      }),
    )
  }
  if (right.mailFrom && identity.mailFromStatus === 'FAILED')
    await setMailFrom(row.region, row.name, mailFromDomain(row))
}
