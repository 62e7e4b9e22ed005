import { randomBytes } from 'node:crypto'

/** A domain nobody has used before: `inbox.<word>-<random>.ai`. */
export const freshName = (word: string) => `inbox.${word}-${randomBytes(4).toString('hex')}.ai`

/** The zone such a name lies in. */
export const zoneOf = (name: string) => name.slice(name.indexOf('.') + 1)
