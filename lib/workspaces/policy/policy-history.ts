import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { pageInput } from '@/lib/kernel/page'
import { slugInput } from '../input'
import { mailOf } from './mail/mail-of'
import { mailChanges } from './mail/words'
import { revisionPage } from './platform'
import { changesBetween, policyFrom } from './values'
import { policyHistoryView } from './view'

export const policyHistory = operation({
  name: 'workspaces.policy_history',
  summary: 'Show who changed a workspace’s policy, when, and what was so before and after.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/workspaces/{workspace}/policy/history' },
  input: pageInput.extend({ workspace: slugInput }),
  output: policyHistoryView,
  run: async (_, { workspace, cursor, limit }) => {
    const { now, rows } = await revisionPage(workspace, versionIn(cursor), limit + 1)
    const shown = rows.slice(0, limit)
    const back = (facts: unknown) => mailChanges(mailOf(now), mailOf(facts))
    const items = shown.map((row) => {
      const [before, after] = [policyFrom(row.before), policyFrom(row.after)]
      const { id, version, changedBy, restoredFrom } = row
      return {
        ...{ id, version, changedBy, restoredFrom },
        at: row.createdAt.toISOString(),
        changes: changesBetween(before, after),
        mail: mailChanges(mailOf(row.before), mailOf(row.after)),
        values: after,
        mailBack: back(row.after),
      }
    })
    // The first version has no revision of its own: what it said stands before the second.
    const second = shown.find(({ version }) => version === 2)
    const nextCursor = rows.length > limit ? String(items.at(-1)!.version) : null
    return { items, nextCursor, first: second ? { mailBack: back(second.before) } : null }
  },
})

/** Versions are counted without gaps, so the last one seen is the cursor. */
function versionIn(cursor: string | undefined): number | undefined {
  if (!cursor) return undefined
  if (!/^[1-9]\d{0,8}$/.test(cursor))
    throw new AppError('invalid_input', {
      say: 'This page link is not valid. Start from the first page.',
      field: 'cursor',
    })
  return Number(cursor)
}
