import { readFile, stat } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { generate } from 'selfsigned'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'

export interface Certificate {
  cert: string
  key: string
}

/**
 * The door's certificate: the operator's files, or else one made now. Servers that send mail take any (RFC 7435): what it
 * gives is that nobody who merely listens reads along.
 */
export async function certificate(): Promise<Certificate> {
  const { SMTP_TLS_CERT, SMTP_TLS_KEY, SMTP_NAME } = env()
  if (SMTP_TLS_CERT && SMTP_TLS_KEY) return read(SMTP_TLS_CERT, SMTP_TLS_KEY)
  const made = await generate([{ name: 'commonName', value: SMTP_NAME }], {
    keySize: 2048,
    algorithm: 'sha256',
  })
  return { cert: made.cert, key: made.private }
}

/**
 * Answers what to call when somebody comes: it looks at the operator's files, once in `every` milliseconds at most, and hands
 * over what they hold once they changed. Files that do not go together, as in the middle of a renewal, change nothing.
 */
export async function renewals(
  every: number,
  put: (renewed: Certificate) => void,
): Promise<() => Promise<void>> {
  const { SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key } = env()
  if (!cert || !key) return () => Promise.resolve()
  let [known, lookedAt] = [await changeOf(cert, key), performance.now()]
  return async () => {
    if (performance.now() - lookedAt < every) return
    lookedAt = performance.now()
    try {
      const change = await changeOf(cert, key)
      if (change === known) return
      const renewed = await read(cert, key)
      createSecureContext(renewed)
      put(renewed)
      known = change
      log().info('smtp certificate renewed')
    } catch (error) {
      log().warn({ err: error }, 'the smtp certificate changed and cannot be used')
    }
  }
}

async function read(cert: string, key: string): Promise<Certificate> {
  const [chain, secret] = await Promise.all([readFile(cert, 'utf8'), readFile(key, 'utf8')])
  return { cert: chain, key: secret }
}

async function changeOf(...paths: string[]): Promise<string> {
  const all = await Promise.all(paths.map((path) => stat(path)))
  return all.map(({ mtimeMs, ino, size }) => `${mtimeMs} ${ino} ${size}`).join()
}
