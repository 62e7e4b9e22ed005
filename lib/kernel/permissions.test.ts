import { expect, it } from 'vitest'
import type { CallerKind } from './caller'
import { allows, permissions, realmOf, scopesFor, type Permission } from './permissions'

const kinds = [
  'owner',
  'member',
  'key',
  'visitor',
  'grant',
  'support',
  'admin',
  'platform_key',
  'person',
  'worker',
  'nobody',
] as const satisfies readonly CallerKind[]

// Written by hand: a change of who may do what is a change of this table.
const golden = `
permission        owner    member   key      visitor  grant    support  admin    plat_key person   worker   nobody
audit.detail      yes      -        -        yes      -        -        -        -        -        -        -
audit.export      yes      -        yes      -        -        -        -        -        -        -        -
audit.oversee     -        -        -        -        -        -        yes      -        -        -        -
audit.read        yes      yes      yes      yes      -        -        -        -        -        -        -
audit.report      yes      -        yes      yes      -        -        -        -        -        -        -
audit.verify      yes      -        yes      yes      -        -        -        -        -        -        -
batches.read      -        -        -        -        -        -        yes      yes      -        -        -
batches.stop      -        -        -        -        -        -        yes      yes      -        -        -
batches.undo      -        -        -        -        -        -        yes      yes      -        -        -
domains.add       yes      yes      yes      -        -        -        -        -        -        -        -
domains.check     yes      yes      yes      -        -        -        -        -        -        -        -
domains.delete    yes      -        yes      -        -        -        -        -        -        -        -
domains.oversee   -        -        -        -        -        -        yes      -        -        -        -
domains.read      yes      yes      yes      yes      -        -        -        -        -        -        -
domains.work      -        -        -        -        -        -        -        -        -        yes      -
fleet.open        -        -        -        -        -        -        yes      yes      -        -        -
fleet.read        -        -        -        -        -        -        yes      yes      -        -        -
grants.change     yes      -        yes      -        -        -        -        -        -        -        -
grants.mint       yes      -        yes      -        -        -        -        -        -        -        -
grants.read       yes      yes      yes      yes      -        -        -        -        -        -        -
health.read       -        -        -        -        -        -        yes      yes      -        -        -
inboxes.change    yes      -        yes      -        -        -        -        -        -        -        -
inboxes.open      yes      yes      yes      -        -        -        -        -        -        -        -
inboxes.protocols yes      -        -        yes      -        -        -        -        -        -        -
inboxes.read      yes      yes      yes      yes      yes      -        -        -        -        -        -
keys.manage       yes      -        -        -        -        -        -        -        -        -        -
keys.oversee      -        -        -        -        -        -        yes      -        -        -        -
keys.read         yes      yes      -        yes      -        -        -        -        -        -        -
members.manage    yes      -        -        -        -        -        -        -        -        -        -
members.read      yes      yes      yes      yes      -        -        -        -        -        -        -
messages.file     yes      yes      yes      -        yes      -        -        -        -        -        -
messages.find     -        -        -        -        -        yes      yes      -        -        -        -
messages.oversee  -        -        -        -        -        -        yes      -        -        -        -
messages.read     yes      yes      yes      yes      yes      -        -        -        -        -        -
messages.unmask   -        -        -        yes      -        -        -        -        -        -        -
people.self       -        -        -        -        -        -        -        -        yes      -        -
sending.read      yes      yes      yes      yes      -        -        -        -        -        -        -
sending.test      yes      yes      -        -        -        -        -        -        -        -        -
sessions.self     -        -        -        -        -        -        -        -        yes      -        -
staff.manage      -        -        -        -        -        -        yes      -        -        -        -
support.open      -        -        -        -        -        yes      yes      -        -        -        -
tenants.create    -        -        -        -        -        -        yes      yes      -        -        -
tenants.govern    -        -        -        -        -        -        yes      yes      -        -        -
tenants.inspect   -        -        -        -        -        yes      yes      yes      -        -        -
tenants.read      yes      yes      yes      yes      -        -        -        -        -        -        -
tenants.search    -        -        -        -        -        yes      yes      yes      -        -        -
tenants.work      -        -        -        -        -        -        -        -        -        yes      -
usage.oversee     -        -        -        -        -        -        yes      yes      -        -        -
usage.read        yes      yes      yes      yes      -        -        -        -        -        -        -
workspaces.edit   -        -        -        -        -        -        yes      yes      -        -        -
workspaces.read   -        -        -        -        -        -        yes      yes      -        -        -
`

it('who may do what is this table', () => {
  const row = (first: string, cells: readonly string[]) =>
    [first.padEnd(17), ...cells.map((c) => c.padEnd(8))].join(' ').trimEnd()
  const names = (Object.keys(permissions) as Permission[]).sort()
  const printed = [
    row(
      'permission',
      kinds.map((k) => k.replace('platform_', 'plat_')),
    ),
    ...names.map((p) =>
      row(
        p,
        kinds.map((k) => (allows(p, k) ? 'yes' : '-')),
      ),
    ),
  ].join('\n')
  console.log(printed)
  expect(`\n${printed}\n`).toBe(golden)
})

it('nobody may do anything', () => {
  for (const p of Object.keys(permissions) as Permission[]) expect(allows(p, 'nobody')).toBe(false)
})

it('a permission acts in one realm: in a tenant, across tenants, for oneself, or behind the scenes', () => {
  for (const p of Object.keys(permissions) as Permission[])
    expect(['tenant', 'platform', 'person', 'inside']).toContain(realmOf(p))
  expect(realmOf('domains.read')).toBe('tenant')
  expect(realmOf('tenants.search')).toBe('platform')
  expect(realmOf('sessions.self')).toBe('person')
  expect(realmOf('domains.work')).toBe('inside')
})

it('no key can be given what would let it make keys, members or staff', () => {
  for (const kind of ['key', 'platform_key', 'grant'] as const)
    for (const scope of scopesFor(kind))
      expect(scope).not.toMatch(/^(keys|staff|support|sessions|people)\.|\.manage$/)
})

it('a token of a grant reads an inbox and files its mail, and makes nothing that outlives it', () =>
  expect(scopesFor('grant')).toEqual(['inboxes.read', 'messages.read', 'messages.file']))
