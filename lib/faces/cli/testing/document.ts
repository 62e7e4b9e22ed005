import type { Document } from '../document'

const text = { type: 'string' }
const fromFile = { 'x-from-file': true }
const id = { name: 'id', in: 'path', required: true, schema: text }
const page = [
  { name: 'cursor', in: 'query', schema: text },
  { name: 'limit', in: 'query', schema: { type: 'integer' } },
  { name: 'search', in: 'query', schema: text },
]
const body = (properties: object, required: string[] = []) => ({
  content: { 'application/json': { schema: { type: 'object', properties, required } } },
})
const about = (name: string, effect: 'read' | 'write', more: object = {}) =>
  ({ summary: `About ${name}.`, 'x-letterhead': { name, realm: 'tenant', effect, ...more } }) as object

/** An API in the shape in which the REST face describes ours: one operation of each kind. */
export const document = {
  servers: [{ url: '/api/v1' }],
  paths: {
    '/domains': {
      get: { ...about('domains.list', 'read'), parameters: page },
      post: { ...about('domains.add', 'write'), requestBody: body({ name: text }, ['name']) },
    },
    '/domains/{id}': {
      get: { ...about('domains.show', 'read'), parameters: [id] },
      delete: { ...about('domains.delete', 'write', { danger: 'Mail stops at once.' }), parameters: [id] },
    },
    '/domains/{id}/watch': { post: { ...about('domains.watch', 'read'), parameters: [id] } },
    '/keys': {
      post: {
        ...about('keys.create', 'write', { secret: ['secret'] }),
        requestBody: body(
          {
            name: { ...text, ...fromFile },
            note: text,
            scopes: { type: 'array', items: text, ...fromFile },
            expiresInDays: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
            tenant: text,
          },
          ['name', 'scopes'],
        ),
      },
    },
    '/keys/{id}/end-old': { post: { ...about('keys.end_old', 'write'), parameters: [id] } },
    '/audit/export': {
      get: {
        ...about('audit.export', 'read', { streams: true }),
        parameters: [{ name: 'from', in: 'query', schema: text }],
      },
    },
    '/admin/access': {
      post: {
        ...about('support.open', 'write', { realm: 'platform' }),
        requestBody: body({ tenant: text, reason: text }, ['tenant', 'reason']),
      },
    },
    '/domains/{id}/test': {
      post: {
        ...about('sending.test', 'write'),
        parameters: [id],
        requestBody: body({ idempotencyKey: text }, ['idempotencyKey']),
      },
    },
    '/admin/health': { get: about('health.show', 'read', { realm: 'platform' }) },
    '/me': { get: about('people.me', 'read', { realm: 'person' }) },
    '/me/sessions': { get: about('sessions.list', 'read', { realm: 'person' }) },
    '/me/sessions/{id}': {
      delete: { ...about('sessions.end', 'write', { realm: 'person' }), parameters: [id] },
    },
    '/tenant': { get: about('tenants.show', 'read') },
  },
} as unknown as Document
