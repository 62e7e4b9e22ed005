import { PUBLISH_KINDS, type SnsSettings, type SnsState } from '../types'
import type { ControlHandler } from './context'
import { invalid } from './error'

// Longer than a test would wait.
const LATEST_MS = 600_000

export const getTopic: ControlHandler = ({ topic }): SnsState => topic.state()

export const changeTopic: ControlHandler = ({ topic }, { body }): SnsState => {
  const change: Partial<SnsSettings> = {}
  const { signatureVersion, lateMs } = body
  if (signatureVersion === '1' || signatureVersion === '2') change.signatureVersion = signatureVersion
  else if (signatureVersion !== undefined)
    throw invalid('signatureVersion', `signatureVersion must be '1' or '2'.`)
  if (typeof lateMs === 'number' && lateMs >= 0 && lateMs <= LATEST_MS) change.lateMs = lateMs
  else if (lateMs !== undefined) throw invalid('lateMs', `lateMs must be a number up to ${LATEST_MS}.`)
  for (const name of ['twice', 'outOfOrder'] as const)
    if (typeof body[name] === 'boolean') change[name] = body[name]
  topic.changeSettings(change)
  return topic.state()
}

export const subscribe: ControlHandler = async ({ topic }, { body }): Promise<SnsState> => {
  if (typeof body.endpoint !== 'string' || !URL.canParse(body.endpoint))
    throw invalid('endpoint', 'endpoint must be a URL.')
  await topic.subscribe(body.endpoint)
  return topic.state()
}

/** Whatever text, as a rule's destination may publish it: genuine, or forged in one of two ways. */
export const publish: ControlHandler = async ({ topic }, { body }) => {
  const kind = PUBLISH_KINDS.find((known) => known === (body.kind ?? 'genuine'))
  if (!kind) throw invalid('kind', `kind must be one of ${PUBLISH_KINDS.join(', ')}.`)
  if (typeof body.message !== 'string') throw invalid('message', 'message is missing.')
  const subject = typeof body.subject === 'string' ? body.subject : undefined
  return { messageId: await topic.publish(body.message, { kind, subject }) }
}
