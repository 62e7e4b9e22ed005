import { catalog } from '@/lib/kernel/errors'

/** Every code that a call over REST can be refused with, with its sentence. */
const codes = Object.entries(catalog).map(([code, { status, say }]) => `- \`${code}\` (${status}): ${say}`)

const whole = { type: 'integer', minimum: 0 }

/** What all calls share. */
export const parts = {
  securitySchemes: {
    key: {
      type: 'http',
      scheme: 'bearer',
      description:
        'An API key of an organisation (`lhk_…`) or of the platform (`lhp_…`), a token of a grant (`lht_…`), which opens one inbox for an hour at most, or a command line’s session.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'next-auth.session-token',
      description:
        'The browser of somebody signed in, from our own pages. Over HTTPS the name begins with `__Secure-`.',
    },
  },
  parameters: {
    Tenant: {
      name: 'Letterhead-Tenant',
      in: 'header',
      description:
        'The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.',
      schema: { type: 'string', maxLength: 64 },
      example: 'mnexa',
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
      example: '5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10',
    },
  },
  headers: {
    RequestId: {
      description: 'Ours, for every call: name it when you ask us.',
      schema: { type: 'string', format: 'uuid' },
    },
    RateLimitPolicy: {
      description: 'The limits that apply (draft-ietf-httpapi-ratelimit-headers): `q` calls in `w` seconds.',
      schema: { type: 'string' },
    },
    RateLimit: {
      description: 'What is left of the tightest one: `r` calls; whole again in `t` seconds.',
      schema: { type: 'string' },
    },
    IdempotencyReplayed: {
      description: '`true`, when this is the answer to an earlier call with the same key.',
      schema: { type: 'string', enum: ['true'] },
    },
    RetryAfter: { description: 'Seconds until the same call can help.', schema: whole },
  },
  responses: {
    Refused: {
      description: 'Refused. The status follows from the code.',
      headers: {
        'X-Request-Id': { $ref: '#/components/headers/RequestId' },
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  },
  schemas: {
    Error: {
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          type: 'object',
          required: ['code', 'message', 'fields', 'request_id', 'next_step'],
          properties: {
            code: { $ref: '#/components/schemas/ErrorCode' },
            message: { type: 'string', description: 'What happened, then the next step: for people.' },
            fields: {
              type: 'object',
              additionalProperties: { type: 'string' },
              description: 'What is wrong with which field of the input; empty when it is about none.',
            },
            request_id: { type: 'string', format: 'uuid' },
            next_step: { type: 'string' },
          },
        },
      },
    },
    ErrorCode: { type: 'string', enum: Object.keys(catalog), description: codes.join('\n') },
  },
}
