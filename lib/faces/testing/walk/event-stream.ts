import { expect, it } from 'vitest'
import { liveStream } from '../../live'
import { sessionCookie } from '../../session-cookie'
import type { Who } from './doors'
import { count } from './every-door'
import { people, product } from './set-out'

/** Registers the walk to the one door that is no operation's. */
export function walkToEventStream(): void {
  it('the event stream: for members of the tenant, and staff with an access', async () => {
    for (const name of ['ownerOfA', 'memberOfA', 'support', 'admin', 'nobody'] as const)
      for (const tenant of ['harbor', product.b.tenant.id])
        expect(await asked(people[name], tenant), name).toBe(404)
    for (const bearer of [people.keyOfB.bearer, people.ownerOfB.bearer])
      expect(await asked({ kind: 'key', session: bearer! }, 'harbor')).toBe(
        bearer === people.ownerOfB.bearer ? 200 : 404,
      )
    expect(await asked(people.ownerOfB, 'harbor')).toBe(200)
    expect(await asked(people.ownerOfA, 'mnexa')).toBe(200)
  })
}

/** The status of the answer; what would follow is not waited for. */
async function asked(who: Who, tenant: string): Promise<number> {
  count('the event stream')
  const aborting = new AbortController()
  const headers = { cookie: who.session ? `${sessionCookie()}=${who.session}` : '' }
  const { signal } = aborting
  const request = new Request(`http://localhost:3000/api/live?tenant=${tenant}`, { headers, signal })
  const how = { door: 'web' as const, requestId: 'walk', address: null }
  const response = await liveStream(request, sessionCookie(), how)
  aborting.abort()
  await response.body?.cancel()
  return response.status
}
