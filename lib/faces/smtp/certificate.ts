import { readFileSync } from 'node:fs'
import { generate } from 'selfsigned'
import { env } from '@/lib/kernel/env'

/**
 * The door's certificate: the operator's files, or else one made now. Servers that send mail take any (RFC 7435): what it
 * gives is that nobody who merely listens reads along.
 */
export async function certificate(): Promise<{ cert: string; key: string }> {
  const { SMTP_TLS_CERT, SMTP_TLS_KEY, SMTP_NAME } = env()
  if (SMTP_TLS_CERT && SMTP_TLS_KEY)
    return { cert: readFileSync(SMTP_TLS_CERT, 'utf8'), key: readFileSync(SMTP_TLS_KEY, 'utf8') }
  const made = await generate([{ name: 'commonName', value: SMTP_NAME }], {
    keySize: 2048,
    algorithm: 'sha256',
  })
  return { cert: made.cert, key: made.private }
}
