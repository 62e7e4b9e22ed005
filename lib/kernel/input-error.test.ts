import { expect, it } from 'vitest'
import { z } from 'zod'
import { catalog } from './errors'
import { inputError } from './input-error'

const schema = z.strictObject({
  name: z.string().min(2).max(5),
  nick: z.string().min(1).optional(),
  role: z.enum(['owner', 'member']),
  days: z.number().int().min(1).max(365).optional(),
  email: z.email().optional(),
  even: z
    .number()
    .refine((n) => n % 2 === 0, 'Choose an even number.')
    .optional(),
})
const refused = (input: unknown) => {
  const { error } = schema.safeParse(input)
  if (!error) throw new Error('it was taken')
  return inputError(error)
}

it.each([
  [{ role: 'owner' }, { name: 'This is required.' }],
  [{ name: 7, role: 'owner' }, { name: 'This has to be a string.' }],
  [{ name: 'abc', role: 'owner', nick: '' }, { nick: 'This is required.' }],
  [{ name: 'a', role: 'owner' }, { name: 'At least 2 characters.' }],
  [{ name: 'abcdef', role: 'owner' }, { name: 'At most 5 characters.' }],
  [{ name: 'abc', role: 'king' }, { role: 'One of: owner, member.' }],
  [{ name: 'abc', role: 'owner', days: 0 }, { days: 'At least 1.' }],
  [{ name: 'abc', role: 'owner', email: 'x' }, { email: 'This does not have the right form.' }],
  [{ name: 'abc', role: 'owner', even: 3 }, { even: 'Choose an even number.' }],
  [{}, { name: 'This is required.', role: 'One of: owner, member.' }],
])('%j is told field by field', (input, fields) => {
  const error = refused(input)
  expect(error.code).toBe('invalid_input')
  expect(error.fields).toEqual(fields)
})

it('a field that does not exist is named', () =>
  expect(refused({ name: 'abc', role: 'owner', colour: 'red' }).message).toMatch('There is no field colour.'))

it('says its own sentence when it has one, else that of the catalog', () => {
  expect(refused({ name: 'abc', role: 'owner', even: 3 }).message).toBe('Choose an even number.')
  expect(refused({ role: 'owner' }).message).toBe(
    `${catalog.invalid_input.say} ${catalog.invalid_input.next}`,
  )
})
