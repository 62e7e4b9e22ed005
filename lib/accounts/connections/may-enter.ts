import type { ErrorCode } from '@/lib/kernel/errors'

export interface Arriving {
  /** the provider vouches that the address is theirs */
  isVerified: boolean
  /** whose this account of the provider is, as connected before */
  connectedTo: string | null
  /** who is signed in here already */
  signedInAs: string | null
}

export type Entry = 'enter' | 'connect' | Extract<ErrorCode, `provider_${string}`>

/**
 * What an account of a provider opens. An equal address opens nothing: a provider that gives out somebody else's address
 * would be a way in. People connect it themselves, while signed in.
 */
export function mayEnter({ isVerified, connectedTo, signedInAs }: Arriving): Entry {
  if (!isVerified) return 'provider_unverified'
  if (connectedTo === null) return signedInAs === null ? 'provider_not_connected' : 'connect'
  return signedInAs === null || signedInAs === connectedTo ? 'enter' : 'provider_taken'
}
