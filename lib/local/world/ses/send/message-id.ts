import { randomUUID } from 'node:crypto'

/** As SES writes them: `0100` and the time in hex, a UUID, and six zeros. */
export const newMessageId = (now: number): string =>
  `0100${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`

export const messageIdHost = (region: string): string =>
  region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`
