import type { SigningKey } from '../../store/entities'
import type { Store } from '../../store/store'
import { makeKey, newToken } from '../keys'

/** Every message carries a second signature by the mail network itself. */
export const WORLD_DOMAIN = 'amazonses.com'
const ONLY = 'world'

export async function ensureWorldKey(store: Store): Promise<void> {
  if (store.worldKeys.get(ONLY)) return
  const key = await makeKey(newToken())
  store.transaction(() => {
    store.worldKeys.put(ONLY, key)
    store.hostedKeys.publish(`${key.selector}._domainkey.${WORLD_DOMAIN}`, WORLD_DOMAIN, key.publicKey)
  })
}

export function worldKey(store: Store): SigningKey {
  const key = store.worldKeys.get(ONLY)
  if (!key) throw new Error('the world has no key of its own: ensureWorldKey comes first')
  return key
}
