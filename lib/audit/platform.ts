import { asPlatform } from '@/lib/kernel/platform'

let known: Promise<string> | undefined

/** The platform's own tenant: acts that belong to no customer are recorded there. There is exactly one. */
export const platformTenantId = (): Promise<string> =>
  (known ??= asPlatform((tx) =>
    tx.tenant.findFirstOrThrow({ where: { kind: 'platform' }, select: { id: true } }),
  )
    .then(({ id }) => id)
    .catch((error: unknown) => {
      known = undefined
      throw error
    }))
