import { expect } from 'vitest'
import type { Operation } from '../../ses/routes'
import { arn, refusal, type Answer, type Send, type TestWorld } from '../helpers'

export interface Stage {
  /** the SDK under test */
  send: Send
  /** prepares with the current SDK */
  world: TestWorld
  /** a name nobody else uses: a domain, and with dashes a tenant or a set */
  domain: string
  name: string
}

/** One operation's happy path and its main refusal, the same for every SDK that knows it. */
export type Exercise = (stage: Stage) => Promise<void>

export const NOBODY = 'nobody.example'
export const missingIdentity = {
  name: 'NotFoundException',
  status: 404,
  message: `Email identity ${NOBODY} does not exist.`,
}
export const missingTenant = {
  name: 'NotFoundException',
  status: 404,
  message: 'The requested tenant <nobody> does not exist.',
}
export const missingSet = {
  name: 'NotFoundException',
  status: 404,
  message: 'Configuration set <nobody> does not exist.',
}
export const nullMember = (member: string) => ({
  name: 'BadRequestException',
  status: 400,
  message: `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
})

export const makeIdentity = ({ world, domain }: Stage) =>
  world.send('CreateEmailIdentity', { EmailIdentity: domain })
export const makeSet = ({ world, name }: Stage) =>
  world.send('CreateConfigurationSet', { ConfigurationSetName: name })
export const makeTenant = ({ world, name }: Stage) => world.send('CreateTenant', { TenantName: name })
export const getIdentity = ({ world, domain }: Stage) =>
  world.send('GetEmailIdentity', { EmailIdentity: domain })
export const setArn = (name: string) => arn(`configuration-set/${name}`)

export async function throttled({ world, send }: Stage, operation: Operation): Promise<void> {
  await world.panel.armFault({ operation, when: 'before', effect: 'throttle' })
  expect(await refusal(send(operation))).toMatchObject({ name: 'TooManyRequestsException', status: 429 })
}

export async function walkPages(send: Send, operation: Operation, list: string): Promise<Answer[]> {
  const all: Answer[] = []
  let NextToken: string | undefined
  do {
    const answer = await send(operation, { PageSize: 2, NextToken })
    all.push(...(answer[list] as Answer[]))
    NextToken = answer.NextToken as string | undefined
  } while (NextToken)
  return all
}
