import { expect } from '@playwright/test'
import type { World } from './world'

/** One tenant each, one configuration set each, one association of the two; and one of each for a domain. */
export async function expectOneOfEach(world: World, domain?: string) {
  const { identities, tenants, configurationSets, associations } = await world.ses()
  // The platform's own tenant, and the two customers, one of them twice: for staging beside production.
  expect(tenants).toHaveLength(4)
  const names = (things: { name: string }[]) => things.map(({ name }) => name).sort()
  expect(names(configurationSets)).toEqual(names(tenants))
  const pairs = associations.map(({ tenantName, resourceArn }) => ({
    tenantName,
    resource: resourceArn.split(':').at(-1) ?? '',
  }))
  expect(new Set(pairs.map((pair) => Object.values(pair).join(' '))).size, 'none twice').toBe(pairs.length)
  for (const { name } of tenants)
    expect(pairs).toContainEqual({ tenantName: name, resource: `configuration-set/${name}` })
  if (!domain) return

  const [identity, ...others] = identities.filter(({ name }) => name === domain)
  expect(others).toEqual([])
  expect(identity?.mailFromDomain).toBe(`send.${domain}`)
  const owners = pairs.filter(({ resource }) => resource === `identity/${domain}`)
  expect(owners).toHaveLength(1)
  const own = pairs.filter(({ tenantName }) => tenantName === owners[0]?.tenantName)
  expect(own, 'the platform’s identity, for the shared path').toContainEqual(
    expect.objectContaining({ resource: 'identity/post.letterhead.dev' }),
  )
}

export async function expectGone(world: World, domain: string) {
  const { identities, associations } = await world.ses()
  expect(identities.map(({ name }) => name)).not.toContain(domain)
  expect(associations.filter(({ resourceArn }) => resourceArn.endsWith(`/${domain}`))).toEqual([])
}
