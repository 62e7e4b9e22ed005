import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProvisioned, nextStep, type Step, type StepFacts } from './next-step'

const now = new Date()
const bare: StepFacts = {
  deletingAt: null,
  ownershipRequired: false,
  ownershipProvenAt: null,
  dkimTokens: [],
  mailFromSetAt: null,
  associatedAt: null,
  stream: { provisionedAt: null, sharedPathOf: null },
}

/** What each step writes down when it is done. */
const marks: Partial<Record<Step, (d: StepFacts) => StepFacts>> = {
  wait_for_proof: (d) => ({ ...d, ownershipProvenAt: now }),
  identity: (d) => ({ ...d, dkimTokens: ['a', 'b', 'c'] }),
  mail_from: (d) => ({ ...d, mailFromSetAt: now }),
  stream: (d) => ({ ...d, stream: { ...d.stream, provisionedAt: now } }),
  association: (d) => ({ ...d, associatedAt: now }),
  shared_path: (d) => ({ ...d, stream: { ...d.stream, sharedPathOf: 'platform-2' } }),
}

function follow(from: StepFacts, sharedPath: string | null): { steps: Step[]; end: StepFacts } {
  const steps: Step[] = []
  let d = from
  for (;;) {
    const step = nextStep(d, sharedPath)
    steps.push(step)
    const done = marks[step]
    if (!done) return { steps, end: d }
    if (steps.length > 10) throw new Error(`no end: ${steps.join(', ')}`)
    d = done(d)
  }
}

describe('a new domain', () => {
  it('gets its keys first, then the rest', () =>
    expect(follow(bare, 'platform-2').steps).toEqual([
      'identity',
      'mail_from',
      'stream',
      'association',
      'shared_path',
      'done',
    ]))
  it('does without the shared path while there is none', () =>
    expect(follow(bare, null).steps).toEqual(['identity', 'mail_from', 'stream', 'association', 'done']))
  it('gets no keys before a contested name is proven', () =>
    expect(follow({ ...bare, ownershipRequired: true }, 'platform-2').steps.slice(0, 4)).toEqual([
      'stream',
      'shared_path',
      'wait_for_proof',
      'identity',
    ]))
  it('is associated again when the platform domain was made anew', () => {
    const { end } = follow(bare, 'platform-2')
    expect(nextStep({ ...end, stream: { ...end.stream, sharedPathOf: 'platform-1' } }, 'platform-2')).toBe(
      'shared_path',
    )
  })
  it('is taken down whatever was made', () => {
    expect(nextStep({ ...bare, deletingAt: now, ownershipRequired: true }, 'platform-2')).toBe('remove')
    expect(nextStep({ ...follow(bare, 'platform-2').end, deletingAt: now }, 'platform-2')).toBe('remove')
  })
})

it('from any point of an interrupted set-up the steps end in done, each at most once, and then all is provisioned', () => {
  const maybe = fc.option(fc.constant(now))
  const facts: fc.Arbitrary<StepFacts> = fc.record({
    deletingAt: fc.constant(null),
    ownershipRequired: fc.boolean(),
    ownershipProvenAt: maybe,
    dkimTokens: fc.constantFrom([], ['a', 'b', 'c']),
    mailFromSetAt: maybe,
    associatedAt: maybe,
    stream: fc.record({
      provisionedAt: maybe,
      sharedPathOf: fc.constantFrom(null, 'platform-1', 'platform-2'),
    }),
  })
  fc.assert(
    fc.property(facts, fc.constantFrom(null, 'platform-2'), (from, sharedPath) => {
      const { steps, end } = follow(from, sharedPath)
      expect(steps.at(-1)).toBe('done')
      expect(new Set(steps).size).toBe(steps.length)
      expect(isProvisioned(end)).toBe(true)
      if (sharedPath) expect(end.stream.sharedPathOf).toBe(sharedPath)
    }),
  )
})

it('provisioned means that every part is there', () => {
  const { end } = follow(bare, null)
  expect(isProvisioned(end)).toBe(true)
  expect(isProvisioned({ ...end, dkimTokens: [] })).toBe(false)
  expect(isProvisioned({ ...end, mailFromSetAt: null })).toBe(false)
  expect(isProvisioned({ ...end, associatedAt: null })).toBe(false)
  expect(isProvisioned({ ...end, stream: { ...end.stream, provisionedAt: null } })).toBe(false)
})
