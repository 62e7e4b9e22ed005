import { FAULT_EFFECTS, type Fault, type FaultState } from '../types'
import type { ControlHandler } from './context'
import { invalid } from './error'
import { ROUTES } from '../ses/routes'

export const armFault: ControlHandler = ({ faults }, { body }): Fault => {
  const operation = body.operation
  if (operation !== '*' && !ROUTES.some((route) => route.operation === operation))
    throw invalid('operation', `operation must be '*' or one that the mail network answers.`)
  const effect = FAULT_EFFECTS.find((known) => known === body.effect)
  if (!effect) throw invalid('effect', `effect must be one of ${FAULT_EFFECTS.join(', ')}.`)
  if (body.when !== 'before' && body.when !== 'after')
    throw invalid('when', `when must be 'before' or 'after'.`)
  return faults.arm({
    operation: String(operation),
    when: body.when,
    effect,
    times: count(body, 'times', 1, 1),
    skip: count(body, 'skip', 0, 0),
  })
}

export const getFaults: ControlHandler = ({ faults }): FaultState => faults.state()

export const clearFaults: ControlHandler = ({ faults }) => {
  faults.clear()
  return {}
}

function count(body: Record<string, unknown>, field: string, fallback: number, least: number): number {
  const value = body[field] ?? fallback
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 1_000_000)
    return value
  throw invalid(field, `${field} must be a whole number from ${least}.`)
}
