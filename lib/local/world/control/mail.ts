import { decodeWords } from '../ses/send/decode-words'
import { parseMessage, unfold } from '../ses/send/headers'
import { textBody } from '../ses/send/text-body'
import type { StoredMail } from '../store/mail'
import type { Mail, MailSummary } from '../types'
import type { ControlHandler } from './context'
import { missing } from './error'
import { summarize } from './verdict-summary'

const PAGE = 50
const MOST = 500
// A receiver that asks a silent DNS needs a few seconds; the list doesn't wait longer than this.
const PATIENCE_MS = 3_000

export const listMail: ControlHandler = async (
  { ses: { store }, deliveries },
  { query },
): Promise<MailSummary[]> => {
  await deliveries.settled(PATIENCE_MS)
  const limit = Math.min(Math.max(Math.trunc(Number(query.get('limit') ?? PAGE)) || PAGE, 1), MOST)
  return store.mail
    .list(limit, query.get('before') ?? undefined)
    .map(({ seq: _seq, raw: _raw, verdict, ...mail }) => ({
      ...mail,
      verdict: verdict && summarize(verdict),
    }))
}

export const getMail: ControlHandler = async ({ ses: { store }, deliveries }, { parts }): Promise<Mail> => {
  await deliveries.settled(PATIENCE_MS)
  const mail = store.mail.find(parts[0] ?? '')
  if (!mail) throw missing('message')
  return toMail(mail)
}

export const clearMail: ControlHandler = ({ ses: { store } }) => {
  store.mail.clear()
  return {}
}

function toMail({ seq: _seq, raw, ...mail }: StoredMail): Mail {
  const { headers } = parseMessage(raw)
  return {
    ...mail,
    raw: raw.toString('utf8'),
    headers: headers.map(({ name, line }) => ({
      name,
      value: decodeWords(unfold(line.slice(line.indexOf(':') + 1))),
    })),
    text: textBody(raw),
  }
}
