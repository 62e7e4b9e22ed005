import { describe, expect, it } from 'vitest'
import { operations } from '@/lib/operations'
import { inputSchemaOf } from './input-schema'
import { findRoute, parameterOf, routesOf } from './router'

const routes = routesOf(operations)
const found = (method: string, path: string) => {
  const match = findRoute(routes, method, path)
  return match.route ? { name: match.route.operation.spec.name, params: match.params } : match.allow
}

describe('the table of routes', () => {
  it('has every operation that programs have a door to, each at an address of its own', () => {
    const withDoors = operations.filter((o) => (o.spec.doors ?? 'all') === 'all')
    expect(withDoors.filter((o) => !o.spec.http).map((o) => o.spec.name)).toEqual([])
    expect(routes).toHaveLength(withDoors.length)
    const addresses = routes.map(({ http }) => `${http.method} ${http.path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it.each(routes.map((route) => [route.operation.spec.name, route] as const))(
    '%s takes an object that has every parameter of its path, as a text',
    (_, { operation, pieces }) => {
      const { type, properties = {} } = inputSchemaOf(operation)
      expect(type).toBe('object')
      for (const piece of pieces) {
        const name = parameterOf(piece)
        if (name) expect(properties[name]?.type).toBe('string')
        else expect(piece).toMatch(/^[a-z][a-z-]*$/)
      }
    },
  )
})

describe('finding a route', () => {
  it.each([
    ['GET', '/domains', { name: 'domains.list', params: {} }],
    ['POST', '/domains', { name: 'domains.add', params: {} }],
    ['GET', '/domains/7', { name: 'domains.show', params: { id: '7' } }],
    ['HEAD', '/domains/7', { name: 'domains.show', params: { id: '7' } }],
    ['GET', '/domains/a%20b%2Fc', { name: 'domains.show', params: { id: 'a b/c' } }],
    ['POST', '/domains/7/watch', { name: 'domains.watch', params: { id: '7' } }],
    ['GET', '/audit/export', { name: 'audit.export', params: {} }],
    ['GET', '/audit/7', { name: 'audit.show', params: { id: '7' } }],
  ])('%s %s', (method, path, expected) => expect(found(method, path)).toEqual(expected))

  it.each([
    ['PUT', '/domains', ['GET', 'HEAD', 'OPTIONS', 'POST']],
    ['OPTIONS', '/domains/7', ['DELETE', 'GET', 'HEAD', 'OPTIONS']],
    ['DELETE', '/audit/export', ['GET', 'HEAD', 'OPTIONS']],
  ])('%s %s says which methods there are', (method, path, allow) =>
    expect(found(method, path)).toEqual(allow),
  )

  it.each([
    '',
    '/',
    '/nothing',
    '/domains/',
    '/domains/7/',
    '/domains/7/nothing',
    '/domains/%zz',
    '/domains/%ff',
    '//domains',
  ])('%j is no address', (path) => expect(found('GET', path)).toEqual([]))
})
