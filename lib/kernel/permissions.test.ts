import { expect, it } from 'vitest'
import type { CallerKind } from './caller'
import { allows, permissions, type Permission } from './permissions'

const kinds = [
  'owner',
  'member',
  'support',
  'admin',
  'worker',
  'nobody',
] as const satisfies readonly CallerKind[]

// Written by hand: a change of who may do what is a change of this table.
const golden = `
permission        owner   member  support admin   worker  nobody
audit.read        yes     yes     -       -       -       -
domains.add       yes     yes     -       -       -       -
domains.check     yes     yes     -       -       -       -
domains.delete    yes     -       -       -       -       -
domains.oversee   -       -       -       yes     -       -
domains.read      yes     yes     -       -       -       -
domains.work      -       -       -       -       yes     -
sending.read      yes     yes     -       -       -       -
sending.test      yes     yes     -       -       -       -
tenants.read      yes     yes     -       -       -       -
tenants.search    -       -       yes     yes     -       -
tenants.work      -       -       -       -       yes     -
workspaces.read   -       -       -       yes     -       -
`

it('who may do what is this table', () => {
  const row = (first: string, cells: readonly string[]) =>
    [first.padEnd(17), ...cells.map((c) => c.padEnd(7))].join(' ').trimEnd()
  const names = (Object.keys(permissions) as Permission[]).sort()
  const printed = [
    row('permission', kinds),
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
