import type * as Ids from '@/lib/kernel/ids'

/** Every secret that a walk gives out: sessions, keys, links, invitations. */
export const issued = new Set<string>()

/** The ids of the kernel, with a note of each secret. */
export const noting = (ids: typeof Ids): typeof Ids => ({
  ...ids,
  randomToken(bytes) {
    const token = ids.randomToken(bytes)
    issued.add(token)
    return token
  },
})
