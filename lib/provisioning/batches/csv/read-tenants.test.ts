import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { MOST_LINES } from './read-rows'
import { readTenants } from './read-tenants'

const header = 'client_id,slug,name'
const faultsOf = async (text: string): Promise<Record<string, string>> => {
  try {
    await readTenants(text)
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_malformed') return error.fields!
    throw error
  }
  throw new Error('it was let through')
}

describe('a file of tenants', () => {
  it('is read line by line, columns in any order, empty ones as if they were not there', async () =>
    expect(
      await readTenants(
        'slug,name,client_id,Plan,workspace,environment,domain,inbox,owner_email\r\n' +
          'acme,"Acme, Inc.",c-1,pro,retail,,Mail.Acme.dev,Orders,Olive@acme.dev\r\n' +
          '\r\n' +
          'bolt,Bolt,c-2,,,staging,,,\r\n',
      ),
    ).toEqual([
      {
        ...{ line: 2, clientId: 'c-1' },
        plan: {
          ...{ slug: 'acme', name: 'Acme, Inc.', plan: 'pro', environment: 'production' },
          ...{ workspace: 'retail', domain: 'mail.acme.dev', inbox: 'orders' },
          invite: [{ email: 'olive@acme.dev', role: 'owner', when: 'now' }],
        },
      },
      {
        ...{ line: 4, clientId: 'c-2' },
        plan: {
          ...{ slug: 'bolt', name: 'Bolt', plan: 'free', environment: 'staging' },
          ...{ workspace: null, domain: null, inbox: null, invite: [] },
        },
      },
    ]))

  it.each([
    ['', ['line 1']],
    [header, ['line 1']],
    ['client_id,slug\na,b', ['line 1, name']],
    [`${header},inboxes\na,b,c,4`, ['line 1, inboxes']],
    [`${header},slug\na,b,c,d`, ['line 1, slug']],
    [
      'client_id;slug;name\na;b;c',
      ['line 1, client_id;slug;name', 'line 1, client_id', 'line 1, slug', 'line 1, name'],
    ],
    [`${header}\na,acme`, ['line 2']],
    [`${header}\na,acme,Acme\nb,"bolt,Bolt`, ['line 3']],
    [`${header}\n,Not A Slug,`, ['line 2, client_id', 'line 2, name']],
    [`${header}\na,Not A Slug,Acme`, ['line 2, slug']],
    [`${header},plan,domain,owner_email\na,acme,Acme,gold,,`, ['line 2, plan']],
    [
      `${header},plan,domain,owner_email\na,acme,Acme,,co.uk,nobody`,
      ['line 2, domain', 'line 2, owner_email'],
    ],
    [`${header}\na,acme,Acme\na,bolt,Bolt\nc,acme,Cog`, ['line 3, client_id', 'line 4, slug']],
  ])('%j is refused, and told where', async (text, told) =>
    expect(Object.keys(await faultsOf(text))).toEqual(told),
  )

  it('tells twenty at most, and how many there are', async () => {
    const text = [header, ...Array.from({ length: 50 }, (_, at) => `c-${at},BAD,Name`)].join('\n')
    expect(Object.keys(await faultsOf(text))).toHaveLength(20)
    await expect(readTenants(text)).rejects.toThrow('50 lines of the file need another look')
  })

  it('has ten thousand lines at most', async () => {
    const rows = Array.from({ length: MOST_LINES }, (_, at) => `c-${at},s-${at},Name`)
    expect(await readTenants([header, ...rows].join('\n'))).toHaveLength(MOST_LINES)
    expect(Object.keys(await faultsOf([header, ...rows, 'one,more,Name'].join('\n')))).toEqual(['line 10002'])
  })

  it.each([
    ['a million lines', `${header}\n${'a\n'.repeat(1_000_000)}`, ['line 10002']],
    [
      'a million lines that hold nothing but quotes',
      `${header}\n${'""\n'.repeat(1_000_000)}`,
      ['line 10002'],
    ],
    ['a header of 80,000 names', `${'x,'.repeat(80_000)}\na`, ['line 1']],
    ['a header of 8,000 names', `${'x,'.repeat(8_000)}\na`, ['line 1']],
    ['one line of megabytes', `${header}\n"${'\n'.repeat(4_000_000)}`, ['line 16387']],
  ])(
    'with %s is refused before it is read to its end',
    async (_, text, told) => expect(Object.keys(await faultsOf(text))).toEqual(told),
    5_000,
  )

  it('of ten thousand lines lets others have their turn while it is read', async () => {
    const rows = Array.from(
      { length: MOST_LINES },
      (_, at) => `c-${at},s-${at},Name,d-${at}.acme.dev,o@acme.dev`,
    )
    let turns = 0
    const others = setInterval(() => (turns += 1), 1)
    await readTenants([`${header},domain,owner_email`, ...rows].join('\n'))
    clearInterval(others)
    expect(turns).toBeGreaterThan(10)
  })
})
