import { describe, expect, it } from 'vitest'
import { AppError, catalog, type ErrorCode } from './errors'

const codes = Object.entries(catalog) as [ErrorCode, (typeof catalog)[ErrorCode]][]

const whole = (code: ErrorCode) => `${catalog[code].say} ${catalog[code].next}`

describe('the catalog of refusals', () => {
  it.each(codes)(
    '%s says what happened, calmly, then the next step, without the provider',
    (_, { say, next }) => {
      expect(say).toMatch(/^[A-Z].{10,}\.$/)
      expect(next).toMatch(/^[A-Z].{10,}\.$/)
      expect(`${say} ${next}`).not.toMatch(
        /please|oops|sorry|!|\b(aws|amazon|ses|arn|sns)\b|\bcannot be null\b|exception/i,
      )
    },
  )

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
      message: whole('domain_empty'),
      nextStep: catalog.domain_empty.next,
      fields: { name: whole('domain_empty') },
    }))

  it('says what is special about this one, with its own next step or none', () => {
    expect(new AppError('conflict', { say: 'Two of them.' }).message).toBe('Two of them.')
    expect(new AppError('conflict', { say: 'Two of them.', next: 'Keep one.' }).message).toBe(
      'Two of them. Keep one.',
    )
    expect(new AppError('conflict', { next: 'Keep one.' }).message).toBe(`${catalog.conflict.say} Keep one.`)
  })

  it('shows nothing of the inside', () => {
    const error = new AppError('send_refused', {
      detail: 'SendEmail: AccessDenied',
      cause: new Error('arn:aws:ses'),
    })
    expect(JSON.stringify(error.toRefusal())).not.toMatch(/SendEmail|arn/)
    expect(error.message).toBe(whole('send_refused'))
  })
})
