import { expect, it } from 'vitest'
import { coerce } from './coerce'

const nullable = (type: string) => ({ anyOf: [{ type }, { type: 'null' }] })

it.each([
  [['25'], { type: 'integer' }, 25],
  [['-3'], { type: 'integer' }, -3],
  [['2.5'], { type: 'number' }, 2.5],
  [['true'], { type: 'boolean' }, true],
  [['false'], { type: 'boolean' }, false],
  [['25'], { type: 'string' }, '25'],
  [['null'], { type: 'string' }, 'null'],
  [['null'], nullable('integer'), null],
  [['7'], nullable('integer'), 7],
  [['a', 'b'], { type: 'array', items: { type: 'string' } }, ['a', 'b']],
  [['a'], { type: 'array', items: { type: 'string' } }, ['a']],
  [['1', '2'], { type: 'array', items: { type: 'integer' } }, [1, 2]],
])('%j as %j is %j', (texts, schema, value) => expect(coerce(texts, schema)).toEqual(value))

it.each([
  [[''], { type: 'integer' }],
  [['1e3'], { type: 'integer' }],
  [['2.5'], { type: 'integer' }],
  [['0x10'], { type: 'number' }],
  [[' 7'], { type: 'integer' }],
  [['9'.repeat(20)], { type: 'integer' }],
  [['NaN'], { type: 'number' }],
  [['yes'], { type: 'boolean' }],
  [['null'], { type: 'integer' }],
  [['1', '2'], { type: 'integer' }],
  [['1', 'x'], { type: 'array', items: { type: 'integer' } }],
])('%j is not %j', (texts, schema) => expect(() => coerce(texts, schema)).toThrow(/^This (has|is)/))
