import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { turns } from './turns'

/** Work that says when it begins, and ends when it is told to. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, (result: 'done' | 'broken') => void>()
  const work = (name: string) => () =>
    new Promise<string>((done, broken) => {
      begun.push(name)
      ends.set(name, (result) => (result === 'done' ? done(name) : broken(new Error(name))))
    })
  const end = async (name: string, result: 'done' | 'broken' = 'done') => {
    ends.get(name)!(result)
    await setTimeout(0)
  }
  return { begun, work, end }
}

it('lets in so many for one, the next in the order they came, and others beside them', async () => {
  const inTurn = turns(2, 1_000)
  const { begun, work, end } = works()
  const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => inTurn(name[0]!, work(name)))
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  await end('a2')
  await end('a1')
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4'])
  for (const name of ['a3', 'a4', 'b1']) await end(name)
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1'])
})

it('goes on after one that broke, and lets in at once whoever comes when nobody is there any more', async () => {
  const inTurn = turns(1, 1_000)
  const { begun, work, end } = works()
  const first = inTurn('a', work('a1')).catch((error: unknown) => String(error))
  const second = inTurn('a', work('a2'))
  await end('a1', 'broken')
  await end('a2')
  expect(await Promise.all([first, second])).toEqual(['Error: a1', 'a2'])
  const third = inTurn('a', work('a3'))
  expect(begun).toEqual(['a1', 'a2', 'a3'])
  await end('a3')
  expect(await third).toBe('a3')
})

it('nobody waits for ever, and whoever gave up takes no place', async () => {
  const inTurn = turns(1, 30)
  const { begun, work, end } = works()
  const first = inTurn('a', work('a1'))
  await expect(inTurn('a', work('a2'))).rejects.toMatchObject({ code: 'unavailable' })
  const third = inTurn('a', work('a3'))
  await end('a1')
  expect(begun).toEqual(['a1', 'a3'])
  await end('a3')
  expect(await Promise.all([first, third])).toEqual(['a1', 'a3'])
})
