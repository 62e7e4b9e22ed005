import type { MessageSummary } from '../view'
import { maskTold } from '../mask/of-message'
import type { SummaryRow } from './message'
import { keptVerdicts, vouchedFor } from './vouched'

/** A row as a list shows it; `isClear` to whoever may read its codes and links. */
export function toSummary(row: SummaryRow, isClear: boolean): MessageSummary {
  const { id, inboxId, threadId, folder, label, fromAddress, hasFiles, size } = row
  const said = { subject: row.subject, snippet: row.snippet, fromName: row.fromName }
  const { fromName, masked, ...told } = isClear ? { ...said, masked: false } : maskTold(said)
  return {
    ...{ id, inboxId, threadId, folder, label, hasFiles, size, masked, ...told },
    from: { name: fromName, address: fromAddress },
    receivedAt: row.receivedAt.toISOString(),
    unread: row.readAt === null,
    markers: row.markers as MessageSummary['markers'],
    vouched: vouchedFor(keptVerdicts.parse(row.verdicts), fromAddress),
  }
}
