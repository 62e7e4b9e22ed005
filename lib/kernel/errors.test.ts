import { describe, expect, it } from 'vitest'
import { AppError, catalog, type ErrorCode } from './errors'

const codes = Object.entries(catalog) as [ErrorCode, (typeof catalog)[ErrorCode]][]

describe('the catalog of refusals', () => {
  it.each(codes)('%s is a calm sentence with a next step, without the provider', (_, { say }) => {
    expect(say).toMatch(/^[A-Z].{10,}\.$/)
    expect(say).not.toMatch(/please|oops|sorry|!|\b(aws|amazon|ses|arn|sns)\b|\bcannot be null\b|exception/i)
  })

  it.each(codes)(
    '%s has a status, an exit code and a move that fit each other',
    (_, { status, exit, retry, move }) => {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(600)
      expect(exit).toBeGreaterThanOrEqual(1)
      expect(exit).toBeLessThanOrEqual(7)
      // What is the caller's to mend does not mend itself, except with time.
      if (move === 'caller' && retry) expect(status).toBe(429)
      if (status >= 500) expect(move).not.toBe('caller')
    },
  )

  it('says each sentence once', () => expect(new Set(codes.map(([, e]) => e.say)).size).toBe(codes.length))
})

describe('a refusal', () => {
  it('carries its sentence to the field it belongs to', () =>
    expect(new AppError('domain_empty', { field: 'name' }).toRefusal()).toEqual({
      code: 'domain_empty',
      message: catalog.domain_empty.say,
      fields: { name: catalog.domain_empty.say },
    }))

  it('shows nothing of the inside', () => {
    const error = new AppError('send_refused', {
      detail: 'SendEmail: AccessDenied',
      cause: new Error('arn:aws:ses'),
    })
    expect(JSON.stringify(error.toRefusal())).not.toMatch(/SendEmail|arn/)
    expect(error.message).toBe(catalog.send_refused.say)
  })
})
