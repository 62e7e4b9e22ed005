import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { readList } from './read-list'

const nothing = { plan: null, workspace: null, inbox: null, domain: null }
const faultsOf = (text: string) => {
  try {
    readList(text)
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_malformed') return error.fields ?? error.message
    throw error
  }
  throw new Error('it was let through')
}

describe('a list of tenants', () => {
  it('is read with what is ours of it, folded as the fleet keeps it, and the rest is named', () =>
    expect(
      readList(
        'Tenant,inbox,Region,domain\r\nACME,Agent@Büro.dev,eu,Büro.dev.\r\n\r\nbolt,"not an address",us,',
      ),
    ).toEqual({
      compared: ['inbox', 'domain'],
      passedOver: ['region'],
      lines: [
        {
          ...{ ...nothing, line: 2, tenant: 'ACME', slug: 'acme', id: null },
          ...{ inbox: 'agent@xn--bro-hoa.dev', domain: 'xn--bro-hoa.dev' },
        },
        { ...nothing, line: 4, tenant: 'bolt', slug: 'bolt', id: null, inbox: 'not an address' },
      ],
    }))

  it('may be a JSON array, by slug or by id', () => {
    const id = '0199aa00-0000-7000-8000-00000000000A'
    const list = [
      { tenant: id, plan: 'Pro', since: 2021 },
      { tenant: 'bolt', workspace: null },
    ]
    expect(readList(JSON.stringify(list))).toEqual({
      compared: ['plan', 'workspace'],
      passedOver: ['since'],
      lines: [
        { ...nothing, line: 1, tenant: id, slug: null, id: id.toLowerCase(), plan: 'pro' },
        { ...nothing, line: 2, tenant: 'bolt', slug: 'bolt', id: null },
      ],
    })
  })

  it.each([
    ['', ['line 1']],
    ['slug\nacme', ['line 1, tenant']],
    ['tenant,plan,plan\na,b,c', ['line 1, plan']],
    ['tenant,plan\n,pro', ['line 2, tenant']],
    ['tenant,plan\nacme', ['line 2']],
    ['[1]', ['line 1']],
    ['[{"plan":"pro"}]', ['line 1, tenant']],
    ['[{"tenant":7}]', ['line 1, tenant']],
  ])('%j is told at its place', (text, places) => expect(Object.keys(faultsOf(text))).toEqual(places))

  it.each(['[{"tenant":', '[] and more'])('%j is no JSON', (text) =>
    expect(faultsOf(text)).toContain('no JSON array'),
  )

  it('of more than ten thousand lines is too long', () => {
    const many = Array.from({ length: 10_001 }, (_, n) => ({ tenant: `t-${n}` }))
    expect(faultsOf(JSON.stringify(many))).toEqual({ 'line 10001': expect.stringContaining('10,000') })
    expect(faultsOf(['tenant', ...many.map(({ tenant }) => tenant)].join('\n'))).toBeTypeOf('object')
  })
})
