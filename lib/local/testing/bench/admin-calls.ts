import type { Caller } from '@/lib/kernel/caller'

export interface Call {
  what: string
  act: (caller: Caller) => Promise<unknown>
}

/** What is measured: each list as it opens, searched, filtered and not finding anything; the counts of who is touched. */
const wanted: [operation: string, input: object][] = [
  ['tenants.search', {}],
  ['tenants.search', { search: 'Quartz' }],
  ['tenants.search', { search: 'willow-freight-9' }],
  ['tenants.search', { search: 'news.raven' }],
  ['tenants.search', { search: 'nobody-is-called-so' }],
  ['tenants.search', { plan: 'enterprise' }],
  ['tenants.search', { workspace: 'default', search: 'oak' }],
  ['tenants.search', { environment: 'staging' }],
  ['tenants.search', { suspended: true }],
  ['tenants.inspect', { tenant: 'thistle-security-9999' }],
  ['workspaces.list', {}],
  ['workspaces.list', { search: 'Quartz' }],
  ['workspaces.list', { search: 'nobody-is-called-so' }],
  ['workspaces.show', { workspace: 'default' }],
  ['workspaces.preview_policy', { workspace: 'default', policy: { domains: 2 } }],
  ['workspaces.preview_policy', { workspace: 'default', policy: { recipientsPerHour: 20 } }],
  [
    'workspaces.preview_policy',
    {
      workspace: 'default',
      policy: {
        recipientsPerDay: 100,
        recipientsPerHour: 20,
        domains: 2,
        members: 2,
        requestsPerMinute: 100,
      },
    },
  ],
  ['tenants.preview_move', { tenant: 'thistle-security-9999', workspace: 'ws-pebble-supply-992' }],
  ['usage.overview', {}],
  ['usage.overview', { sort: 'name' }],
  ['usage.overview', { sort: 'newest' }],
  ['usage.overview', { kind: 'recipientsPerDay' }],
  ['usage.overview', { kind: 'domains', sort: 'used' }],
  ['usage.overview', { search: 'Quartz' }],
  ['usage.overview', { search: 'nobody-is-called-so' }],
  ['usage.overview', { level: 'near' }],
  ['usage.overview', { level: 'full', workspace: 'default' }],
  ['usage.totals', {}],
]

export async function adminCalls(): Promise<Call[]> {
  const { operations } = await import('@/lib/operations')
  const calls = wanted.map(([name, input]): Call => {
    const operation = operations.find((o) => o.spec.name === name)
    if (!operation) throw new Error(`there is no operation ${name}`)
    const act = operation as unknown as (caller: Caller, input: object) => Promise<unknown>
    return { what: `${name} ${JSON.stringify(input)}`, act: (caller) => act(caller, input) }
  })
  return [await bare(), ...calls]
}

/** A transaction of the same role that asks for nothing: what the machine is busy with otherwise shows here. */
async function bare(): Promise<Call> {
  const { asPlatform } = await import('@/lib/kernel/platform')
  return { what: 'select 1, as the same role', act: () => asPlatform((tx) => tx.$queryRaw`select 1`) }
}
