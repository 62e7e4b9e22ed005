import { createPrivateKey, createPublicKey, generateKeyPair, randomInt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { KeyLength, SigningKey } from '../store/entities'
import { badRequest } from './errors'

export const KEY_LENGTHS = ['RSA_1024_BIT', 'RSA_2048_BIT'] as const
const makePair = promisify(generateKeyPair)
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const TOKEN_LENGTH = 32

export const newToken = (): string =>
  Array.from({ length: TOKEN_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')

export async function makeKey(selector: string, length: KeyLength = 'RSA_2048_BIT'): Promise<SigningKey> {
  const { privateKey, publicKey } = await makePair('rsa', {
    modulusLength: length === 'RSA_1024_BIT' ? 1024 : 2048,
  })
  return { selector, privateKey: pem(privateKey), publicKey: spki(publicKey) }
}

export const makeEasyKeys = (selectors: string[], length?: KeyLength): Promise<SigningKey[]> =>
  Promise.all(selectors.map((selector) => makeKey(selector, length)))

/** BYODKIM: the customer's own selector and private key (base64 PKCS#1 or PKCS#8, no PEM lines). */
export function ownKey(selector: string, base64: string): SigningKey {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(selector))
    throw badRequest('DomainSigningSelector must be 1 to 63 alphanumeric characters.')
  const key = parseKey(base64)
  const bits = key?.asymmetricKeyDetails?.modulusLength
  if (!key || (bits !== 1024 && bits !== 2048))
    throw badRequest('DomainSigningPrivateKey must be a base64 encoded RSA key of 1024 or 2048 bits.')
  return { selector, privateKey: pem(key), publicKey: spki(createPublicKey(key)) }
}

function parseKey(base64: string): KeyObject | null {
  const der = Buffer.from(base64, 'base64')
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    try {
      return createPrivateKey({ key: der, format: 'der', type })
    } catch {
      // the other encoding is tried next
    }
  }
  return null
}

const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64')
