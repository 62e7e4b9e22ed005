import { derivedKey } from '@/lib/kernel/vault'

/** Who can write the database but does not hold the master key cannot make a seal. */
export const sealKey = (): Buffer => derivedKey('audit seals')
