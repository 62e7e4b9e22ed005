import type { MarkerCode } from '../view'
import { findTraces } from './markers/find-markers'
import { readHtml, type ReadHtml } from './markers/read-html'
import type { MailFacts } from './types'

/** What takes long to find in a large message, and is the same for all of its recipients. */
export interface Seen {
  html: ReadHtml
  traces: ReadonlySet<MarkerCode>
}

export function see(message: Pick<MailFacts, 'subject' | 'from' | 'attachments' | 'text' | 'html'>): Seen {
  const html = readHtml(message.html)
  return { html, traces: findTraces(message, html) }
}
