import { expect, it } from 'vitest'
import { addUp, type Found } from './add-up'

const folders = { inbox: 0, spam: 0, quarantine: 0, trash: 0 }
const found = (slug: string, inbox: number, some: Partial<Found> = {}): Found => ({
  ...{ id: slug, slug, name: slug, messages: inbox, folders: { ...folders, inbox }, more: false },
  storage: { messages: inbox, bytes: inbox * 10 },
  ...some,
})

it.each<[string, number, Found[], object]>([
  ['nothing', 0, [], { messages: 0, freed: 0, more: false, rough: false, tenants: 0, most: [] }],
  [
    'all of it',
    2,
    [found('a', 5), found('b', 3)],
    { messages: 8, freed: 80, more: false, rough: false, tenants: 2 },
  ],
  [
    'storage of a part of a tenant’s',
    1,
    [found('a', 100, { storage: { messages: 40, bytes: 200 } })],
    { messages: 100, freed: 500, more: false, rough: true },
  ],
  [
    'storage of some tenants only: the others are as these',
    2,
    [found('a', 10), found('b', 4, { storage: null })],
    { messages: 14, freed: 140, rough: true },
  ],
  ['no storage of anybody', 1, [found('a', 10, { storage: null })], { messages: 10, freed: 0, rough: true }],
  ['a tenant with more than was counted', 1, [found('a', 10, { more: true })], { messages: 10, more: true }],
  ['fewer tenants than it touches', 3, [found('a', 10)], { messages: 10, more: true, tenants: 3 }],
  [
    'a tenant whose mail has gone meanwhile',
    2,
    [found('a', 3), found('b', 0)],
    { messages: 3, freed: 30, rough: false },
  ],
])('%s', (_, tenants, all, is) => expect(addUp(tenants, all)).toMatchObject(is))

it('each folder is a sum, and ten tenants are named', () => {
  const all = Array.from({ length: 12 }, (_, n) =>
    found(`t-${n}`, 1, { folders: { inbox: 1, spam: 2, quarantine: 3, trash: 4 }, messages: 10 }),
  )
  const sum = addUp(12, all)
  expect(sum.folders).toEqual({ inbox: 12, spam: 24, quarantine: 36, trash: 48 })
  expect(sum.most.map(({ slug }) => slug)).toEqual(all.slice(0, 10).map(({ slug }) => slug))
})
