import { expect, it } from 'vitest'
import { applicationEnv, readMode, worldEnv } from './settings'
import type { State } from './state'

const database = 'postgresql://app@db/x'
const secrets = {
  NEXTAUTH_SECRET: 's',
  MASTER_KEY: 'm',
  AWS_ACCESS_KEY_ID: 'k',
  AWS_SECRET_ACCESS_KEY: 'l',
  LOCAL_WORLD_TOKEN: 't',
}
const state: State = { dir: '/x', path: (...names) => ['/x', ...names].join('/'), secrets }
const ports = { web: 1, ses: 2, dns: 3, control: 4, aws: 5, smtp: 6 }
const env = (values: Partial<NodeJS.ProcessEnv>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values })

it.each([
  ['nothing is set', {}, { ownsDatabase: true, ownsWorld: true }],
  ['a shell with AWS settings only', { AWS_REGION: 'eu-west-1' }, { ownsDatabase: true, ownsWorld: true }],
  ['a database only', { DATABASE_URL: database }, { ownsDatabase: false, ownsWorld: true }],
  ['both', { DATABASE_URL: database, AWS_REGION: 'eu-west-1' }, { ownsDatabase: false, ownsWorld: false }],
  [
    'both, and local by word',
    { DATABASE_URL: database, AWS_REGION: 'eu-west-1', LETTERHEAD_LOCAL: '1' },
    { ownsDatabase: false, ownsWorld: true },
  ],
])('%s', (_, values, mode) => expect(readMode(env(values))).toEqual(mode))

it('in local mode nothing of the shell’s AWS settings reaches a process', () => {
  const shell = env({ AWS_PROFILE: 'work', AWS_SESSION_TOKEN: 'real', AWS_REGION: 'eu-west-1' })
  const given = applicationEnv(shell, readMode(shell), state, ports, database)
  const aws = Object.keys(given).filter((name) => name.startsWith('AWS_'))
  expect(aws.sort()).toEqual([
    'AWS_ACCESS_KEY_ID',
    'AWS_ENDPOINT_URL_S3',
    'AWS_ENDPOINT_URL_SESV2',
    'AWS_ENDPOINT_URL_SNS',
    'AWS_REGION',
    'AWS_SECRET_ACCESS_KEY',
  ])
  expect(given.AWS_ACCESS_KEY_ID).toBe('k')
  expect(worldEnv(shell, state, ports)).not.toHaveProperty('AWS_PROFILE')
})

it('with the real mail network the operator’s own settings stay, and no door of local mode opens', () => {
  const real = env({
    DATABASE_URL: database,
    AWS_REGION: 'eu-west-1',
    AWS_PROFILE: 'work',
    NEXTAUTH_URL: 'https://x.dev',
  })
  const given = applicationEnv(real, readMode(real), state, ports, database)
  expect(given).toMatchObject({ AWS_REGION: 'eu-west-1', AWS_PROFILE: 'work', NEXTAUTH_URL: 'https://x.dev' })
  expect(Object.keys(given).filter((name) => name.startsWith('LOCAL_WORLD'))).toEqual([])
})

it('the owner’s database address reaches neither web nor worker', () => {
  for (const values of [
    { DATABASE_OWNER_URL: 'o' },
    { DATABASE_OWNER_URL: 'o', DATABASE_URL: database, AWS_REGION: 'x' },
  ])
    expect(applicationEnv(env(values), readMode(env(values)), state, ports, database)).not.toHaveProperty(
      'DATABASE_OWNER_URL',
    )
})
