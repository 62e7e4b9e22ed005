import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchRoute } from '../ses/match-route'
import { ROUTES, type Operation } from '../ses/routes'
import { EXERCISES } from './exercises'
import { GENERATIONS, hasOperation, sender, startTestWorld, type Generation, type TestWorld } from './helpers'

/** Operations that came after 3.600.0; everything else both generations have to know. */
const NOT_IN_3_600: Operation[] = [
  'CreateTenant',
  'GetTenant',
  'ListTenants',
  'DeleteTenant',
  'CreateTenantResourceAssociation',
  'DeleteTenantResourceAssociation',
  'ListTenantResources',
  'ListResourceTenants',
  'UpdateReputationEntityCustomerManagedStatus',
  'GetReputationEntity',
]
/** Rows that only one generation sends: the lists moved from GET to POST, one path from v1 to v2. */
const ONLY: Record<string, Generation> = {
  'PutEmailIdentityDkimSigningAttributes PUT /v2/email/identities/{EmailIdentity}/dkim/signing': '3.1169',
  'PutEmailIdentityDkimSigningAttributes PUT /v1/email/identities/{EmailIdentity}/dkim/signing': '3.600',
  'ListEmailIdentities POST /v2/email/list-identities': '3.1169',
  'ListEmailIdentities GET /v2/email/identities': '3.600',
  'ListConfigurationSets POST /v2/email/list-configuration-sets': '3.1169',
  'ListConfigurationSets GET /v2/email/configuration-sets': '3.600',
}

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

let stages = 0

describe.each(Object.keys(GENERATIONS) as Generation[])('SDK %s', (generation) => {
  it.each(ROUTES.map((route) => [`${route.operation} ${route.method} ${route.path}`, route] as const))(
    '%s',
    async (row, { operation, method, path }) => {
      if (generation === '3.600' && NOT_IN_3_600.includes(operation)) {
        expect(hasOperation(generation, operation)).toBe(false)
        return
      }
      const sent: { method: string; path: string }[] = []
      const send = sender(generation, world.sesUrl, { onRequest: (request) => sent.push({ ...request }) })
      const name = `row-${stages++}`
      await EXERCISES[operation]({ send, world, name, domain: `${name}.example` })
      expect(sent.length).toBeGreaterThan(1)
      for (const request of sent) expect(matchRoute(request.method, request.path)?.operation).toBe(operation)
      const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
      const usesRow = sent.some((request) => request.method === method && pattern.test(request.path))
      expect(usesRow).toBe((ONLY[row] ?? generation) === generation)
    },
  )
})

describe('the route table', () => {
  it('has an exercise for every operation, and no exercise without a row', () => {
    expect(Object.keys(EXERCISES).sort()).toEqual([...new Set(ROUTES.map((route) => route.operation))].sort())
  })

  it('holds each method and path once', () => {
    const keys = ROUTES.map((route) => `${route.method} ${route.path}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('answers what it does not know with UnknownOperationException', async () => {
    const error = await sender('3.1169', world.sesUrl)('GetSuppressedDestination', {
      EmailAddress: 'a@b.example',
    }).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'UnknownOperationException', $metadata: { httpStatusCode: 404 } })
    expect(error).toHaveProperty('$metadata.requestId', expect.stringMatching(/^[0-9a-f-]{36}$/))
  })

  it('decodes a path only after it was split', () => {
    expect(matchRoute('GET', '/v2/email/identities/a%2Fb%2Bc%40d.example')?.params).toEqual({
      EmailIdentity: 'a/b+c@d.example',
    })
    expect(matchRoute('GET', '/v2/email/identities/a/b')).toBeNull()
    expect(matchRoute('GET', '/v2/email/identities/%E0%A4%A')).toBeNull()
  })
})
