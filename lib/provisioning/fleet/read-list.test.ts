import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { ownTime } from '@/lib/local/testing/own-time'
import { MOST_LINES, readList, type Called } from './read-list'

const nothing = { plan: null, workspace: null, inbox: null, domain: null }
const faultsOf = async (text: string, called: Called = {}) => {
  try {
    await readList(text, called)
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_malformed') return error.fields ?? error.message
    throw error
  }
  throw new Error('it was let through')
}

describe('a list of tenants', () => {
  it('is read with what is ours of it, folded as the fleet keeps it, and the rest is named', async () =>
    expect(
      await readList(
        'Tenant,inbox,Region,domain\r\nACME,Agent@Büro.dev,eu,Büro.dev.\r\n\r\nbolt,"not an address",us,',
      ),
    ).toEqual({
      compared: ['inbox', 'domain'],
      passedOver: ['region'],
      lines: [
        {
          ...{ ...nothing, line: 2, tenant: 'ACME', id: null },
          ...{ inbox: 'agent@xn--bro-hoa.dev', domain: 'xn--bro-hoa.dev' },
        },
        { ...nothing, line: 4, tenant: 'bolt', id: null, inbox: 'not an address' },
      ],
    }))

  it('may be a JSON array, by slug or by id', async () => {
    const id = '0199aa00-0000-7000-8000-00000000000A'
    const list = [
      { tenant: id, plan: 'Pro', since: 2021 },
      { tenant: 'bolt', workspace: null },
    ]
    expect(await readList(JSON.stringify(list))).toEqual({
      compared: ['plan', 'workspace'],
      passedOver: ['since'],
      lines: [
        { ...nothing, line: 1, tenant: id, id: id.toLowerCase(), plan: 'pro' },
        { ...nothing, line: 2, tenant: 'bolt', id: null },
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
    ['[{"tenant":true}]', ['line 1, tenant']],
    ['[{"tenant":12345678901234567890}]', ['line 1, tenant']],
    ['[{"tenant":"a"},{"Tenant":"b","tenant":"c"}]', ['line 2, tenant']],
    ['{"tenant":"a","plan":"pro"," PLAN ":"free"}', ['line 1, plan']],
    ['{"tenant":"a"}\n\nnone', ['line 3']],
    ['{"tenant":"a"}\n{"tenant":""}', ['line 2, tenant']],
  ])('%j is told at its place', async (text, places) =>
    expect(Object.keys(await faultsOf(text))).toEqual(places),
  )

  it('a number is as good as a text, in a column that counts as in one that does not', async () =>
    expect(await readList('[{"tenant":4711,"plan":"pro","seats":3},{"tenant":"7"}]')).toMatchObject({
      passedOver: ['seats'],
      lines: [{ tenant: '4711', plan: 'pro' }, { tenant: '7' }],
    }))

  it('may be a JSON object a line', async () =>
    expect(await readList('\ufeff\n{"tenant":"acme","Plan":"pro","seats":3}\r\n\r\n{"tenant":7}\n')).toEqual({
      ...{ compared: ['plan'], passedOver: ['seats'] },
      lines: [
        { ...nothing, line: 2, tenant: 'acme', id: null, plan: 'pro' },
        { ...nothing, line: 4, tenant: '7', id: null },
      ],
    }))

  it.each(['[{"tenant":', '[] and more'])('%j is no JSON', async (text) =>
    expect(await faultsOf(text)).toContain('no JSON array'),
  )

  it('of more than a hundred thousand lines is too long, of as many it is not', async () => {
    const many = Array.from({ length: MOST_LINES + 1 }, (_, n) => ({ tenant: `t-${n}` }))
    const csv = many.map(({ tenant }) => tenant)
    const lines = many.map((one) => JSON.stringify(one))
    const told = expect.stringContaining('100,000')
    expect(await faultsOf(JSON.stringify(many))).toEqual({ 'line 100001': told })
    expect(await faultsOf(lines.join('\n'))).toEqual({ 'line 100001': told })
    expect(await faultsOf(['tenant', ...csv].join('\n'))).toEqual({
      'line 100002': expect.stringContaining('100,001'),
    })
    expect((await readList(['tenant', ...csv.slice(1)].join('\n'))).lines).toHaveLength(MOST_LINES)
    expect((await readList(lines.slice(1).join('\n'))).lines).toHaveLength(MOST_LINES)
  })
})

it.each(['tenant,plan,notes', '{'])(
  'a hundred thousand lines leave others their turns: %s',
  async (start) => {
    const lines = Array.from({ length: MOST_LINES }, (_, n) =>
      start === '{' ? `{"tenant":"t-${n}","plan":"pro"}` : `t-${n},pro,${'x'.repeat(100)}`,
    )
    const text = (start === '{' ? lines : [start, ...lines]).join('\n')
    const spent = ownTime()
    let longest = 0
    let last = 0
    const turn = () => {
      longest = Math.max(longest, spent() - last)
      last = spent()
    }
    const others = setInterval(turn, 1)
    await readList(text)
    clearInterval(others)
    turn()
    expect(longest).toBeLessThan(last / 4)
  },
)

describe('a list with names of its own for what is ours', () => {
  const called = { tenant: 'CRM id ', inbox: 'Mail' }
  const row = { ...nothing, tenant: '7', id: null, inbox: 'a@b.dev' }
  it.each([
    ['CSV', 'crm id,tenant,MAIL,inbox\n7,Acme Inc.,A@b.dev,3', 2],
    ['a JSON array', '[{"CRM id":7,"tenant":"Acme Inc.","mail":"A@b.dev","inbox":3}]', 1],
    ['JSON lines', '{"CRM id":7,"tenant":"Acme Inc.","mail":"A@b.dev","inbox":3}', 1],
  ])('is read by them: %s', async (_, text, line) =>
    expect(await readList(text, called)).toEqual({
      ...{ compared: ['inbox'], passedOver: ['tenant', 'inbox'] },
      lines: [{ ...row, line }],
    }),
  )

  it.each(['domain', 'inbox', 'plan', 'workspace'])(
    'has nothing to compare in a column %s that tells the tenant',
    async (tenant) => {
      const told = { compared: [], passedOver: [], lines: [{ ...nothing }] }
      for (const text of [`${tenant}\nacme`, `[{"${tenant}":"acme"}]`, `{"${tenant}":"acme"}`])
        expect(await readList(text, { tenant })).toMatchObject(told)
    },
  )

  it.each([
    ['crm id,inbox\n7,a@b.dev', ['line 1, mail']],
    ['[{"crm id":7,"mail":"a@b.dev","Mail":"c@b.dev"}]', ['line 1, mail']],
    ['tenant,mail\n7,a@b.dev', ['line 1, crm id']],
    ['crm id,mail,mail\n7,a,b', ['line 1, mail']],
    ['crm id,mail\n,a@b.dev', ['line 2, crm id']],
    ['[{"crm id":7}]', ['line 1, mail']],
  ])('%j, which lacks one of them, is told by its name', async (text, places) =>
    expect(Object.keys(await faultsOf(text, called))).toEqual(places),
  )
})
