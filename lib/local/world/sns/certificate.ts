import { createHash } from 'node:crypto'
import { generate } from 'selfsigned'
import type { SigningCertificate } from '../store/entities'
import type { Store } from '../store/store'

const ONLY = 'topic'
const YEAR_MS = 365 * 24 * 60 * 60_000
// Renewed long before a reader would find it expired.
const RENEW_MS = 30 * 24 * 60 * 60_000

export interface Certificates {
  /** made when it is first asked for: a key takes a moment, and most worlds never sign */
  current(): Promise<SigningCertificate>
  /** by the path it is served at */
  at(path: string): SigningCertificate | undefined
}

export const pathOf = ({ certificate }: SigningCertificate): string =>
  `/SimpleNotificationService-${createHash('sha256').update(certificate).digest('hex').slice(0, 32)}.pem`

export function certificates(store: Pick<Store, 'snsCertificates'>): Certificates {
  let making: Promise<SigningCertificate> | undefined
  const kept = () => store.snsCertificates.get(ONLY)
  const make = async () => {
    const expiresAt = Date.now() + YEAR_MS
    const made = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], {
      keySize: 2048,
      algorithm: 'sha256',
      notAfterDate: new Date(expiresAt),
    })
    const certificate = { privateKey: made.private, certificate: made.cert, expiresAt }
    store.snsCertificates.put(ONLY, certificate)
    return certificate
  }
  return {
    async current() {
      const known = kept()
      if (known && known.expiresAt > Date.now() + RENEW_MS) return known
      making ??= make().finally(() => (making = undefined))
      return making
    },
    at(path) {
      const known = kept()
      return known && pathOf(known) === path ? known : undefined
    },
  }
}
