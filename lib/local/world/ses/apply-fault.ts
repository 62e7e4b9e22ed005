import type { FaultEffect } from '../types'
import { accessDenied, internalFailure, tooManyRequests, unavailable } from './errors'
import type { Faults } from './faults'

/** Thrown when the caller is to get no answer at all. */
export class LostAnswer extends Error {}

export async function applyFault(
  effect: FaultEffect | null,
  faults: Faults,
  clientGone: AbortSignal,
): Promise<void> {
  switch (effect) {
    case null:
      return
    case 'drop':
      throw new LostAnswer()
    case 'hang':
      if (!(await faults.hang(clientGone))) throw new LostAnswer()
      return
    case 'throttle':
      throw tooManyRequests('Rate exceeded')
    case 'error500':
      throw internalFailure('The request processing has failed because of an unknown error.')
    case 'access_denied':
      throw accessDenied('User is not authorized to perform this action.')
    case 'unavailable':
      throw unavailable('Service is temporarily unavailable.')
  }
}
