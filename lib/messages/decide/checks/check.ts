import type { ReadHtml } from '../markers/read-html'
import type { MailFacts } from '../types'

/** What a check looks at: the facts, and the HTML as people see it. */
export interface Looked {
  facts: MailFacts
  html: ReadHtml
}

/** One thing that unwanted mail has more often than wanted mail. It takes any input and throws on none. */
export interface Check {
  code: string
  /** what it adds to the score */
  score: number
  /** what it looks for, as docs/spam.md says it */
  about: string
  /** what it found, as people read it; null when there is nothing */
  find(looked: Looked): string | null
}

/** A stranger's words within a sentence of ours: one line, short. */
export const quoted = (text: string): string => {
  const line = text.replace(/\p{C}+/gu, ' ').trim()
  // Half a character that is left at the end would not be kept, and the whole message with it.
  return `“${line.length > 80 ? `${line.slice(0, 79).replace(/\p{Cs}$/u, '')}…` : line}”`
}

export const valuesOf = ({ headers }: MailFacts, name: string): string[] =>
  headers.filter((header) => header.name === name).map(({ value }) => value)
