import { beforeEach, expect, it } from 'vitest'
import { forgetFinding, keepFinding, keptFinding } from './kept-find'

const drawer = new Map<string, string>()
const tab = {
  getItem: (name: string) => drawer.get(name) ?? null,
  setItem: (name: string, value: string) => void drawer.set(name, value),
  removeItem: (name: string) => void drawer.delete(name),
}
const asked = {
  ...{ reason: 'Ticket 7: Bob', by: 'recipient' as const, wanted: 'bob@acme.com', sender: '', days: '30' },
}
const finding = { asked, items: [], older: null }
const minutes = (n: number) => n * 60_000

beforeEach(() => keepFinding(tab, 'session', finding, 0))

it('what was found is there again within the hour', () => {
  expect(keptFinding(tab, 'session', minutes(59))).toMatchObject(finding)
  expect(keptFinding(tab, 'session', minutes(60))).toBeUndefined()
  expect(drawer.size).toBe(0)
})

it('nobody else who signs in with this tab sees it', () => {
  expect(keptFinding(tab, 'another', minutes(1))).toBeUndefined()
  expect(drawer.size).toBe(0)
})

it('it is gone once it is forgotten', () => {
  forgetFinding(tab)
  expect(keptFinding(tab, 'session', minutes(1))).toBeUndefined()
})
