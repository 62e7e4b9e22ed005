import type { ParsedMessage } from '@/lib/gateways/mime'
import { sanitise } from '../html/sanitise'
import { toText } from '../html/to-text'
import { maskHeader, secretsOf } from '../mask/of-message'
import { maskText, notOurs } from '../mask/secrets'
import type { StrayMailView, StrayView } from './view'

type Readable = Omit<StrayMailView, keyof StrayView> & Pick<StrayMailView, 'subject' | 'from'>

/** A message as plain text. Whatever is a stranger's word in it has what would let a reader in as somebody else hidden. */
export function readable(told: Pick<StrayView, 'subject' | 'from'>, parsed: ParsedMessage): Readable {
  const { headers, html, attachments, truncated, defects } = parsed
  const safe = html ? sanitise(html, { remote: false, inline: null }).html : ''
  const text = parsed.text.trim() === '' ? toText(safe) : parsed.text
  const secrets = secretsOf({ subject: told.subject, fromName: told.from, snippet: '' }, parsed, safe)
  const hide = (words: string) => maskText(words, secrets)
  const shown = {
    ...{ subject: hide(told.subject), from: hide(told.from), text: hide(text) },
    headers: headers.map(({ name, value }) => ({
      ...{ name: hide(name), value: maskHeader({ name, value }, secrets) },
    })),
    attachments: attachments.map((one) => ({ ...one, name: hide(one.name) })),
  }
  const came = { subject: told.subject, from: told.from, text, headers, attachments }
  const masked = JSON.stringify(shown) !== notOurs(JSON.stringify(came))
  return { ...shown, ...{ masked, truncated, defects } }
}
