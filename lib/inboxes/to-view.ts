import { domainToUnicode } from 'node:url'
import type { Tx } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { arrivalOf, type Facts } from './arrival'
import { domainOf, type InboxRow } from './inbox'
import { placeBelow } from './routing/place-below'
import { folders, type InboxView } from './view'

/** Inboxes as they may be shown, with whether mail comes in: the domains of all of them in one statement. */
export async function toViews(tx: Tx, rows: InboxRow[]): Promise<InboxView[]> {
  const names = [...new Set(rows.map((row) => domainOf(row.address)).filter((name) => !isOurs(name)))]
  const domains =
    names.length > 0
      ? await tx.domain.findMany({
          where: { tenantId: { in: rows.map((row) => row.tenantId) }, name: { in: names }, deletingAt: null },
          select: { tenantId: true, name: true, receiving: true },
        })
      : []
  return rows.map((row) => {
    const name = domainOf(row.address)
    const domain = domains.find((d) => d.name === name && d.tenantId === row.tenantId)
    return toView(row, domain?.receiving ?? null)
  })
}

export async function viewOf(tx: Tx, row: InboxRow): Promise<InboxView> {
  const [view] = await toViews(tx, [row])
  return view!
}

const isOurs = (name: string) => placeBelow(name, env().PLATFORM_DOMAIN) !== null

function toView(row: InboxRow, receiving: Facts['receiving']): InboxView {
  const name = domainOf(row.address)
  const { id, kind, name: label, suspendedAt, suspendedFor, closedAt, protocolAccess, clientId } = row
  return {
    ...{ id, kind, protocolAccess, clientId, createdBy: row.createdBy },
    name: label ?? asWritten(row.address),
    address: asWritten(row.address),
    alsoAt: row.addresses
      .map((a) => a.address)
      .filter((a) => a !== row.address)
      .map(asWritten),
    state: closedAt ? 'closed' : suspendedAt ? 'suspended' : 'open',
    suspendedFor: suspendedAt ? suspendedFor : null,
    ...arrivalOf({ closedAt, suspendedAt, isOurs: isOurs(name), domain: domainToUnicode(name), receiving }),
    counts: countsOf(row),
    createdAt: row.createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }
}

const countsOf = ({ counts }: InboxRow) =>
  Object.fromEntries(
    folders.map((folder) => {
      const { total = 0, unread = 0 } = counts.find((count) => count.folder === folder) ?? {}
      return [folder, { total, unread }]
    }),
  ) as InboxView['counts']

/** With letters beyond ASCII as they are written. */
export const asWritten = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + domainToUnicode(address.slice(at))
}
