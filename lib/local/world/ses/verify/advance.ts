import type { VerificationError, Watch } from '../../store/entities'

export type Sighting = { right: true } | { right: false; error: VerificationError }

// SES gives up on a search after 72 hours.
export const SEARCH_MS = 72 * 3_600_000
// A server that doesn't answer is weaker evidence than one that says the record is gone.
const TROUBLE_PATIENCE = 10

/** One look at the DNS moves one watch. `confirmDelayMs` is how long a change has to last. */
export function advance<W extends Watch>(watch: W, seen: Sighting, now: number, confirmDelayMs: number): W {
  if (watch.held || watch.status === 'FAILED') return watch
  return seen.right ? sawRight(watch, now, confirmDelayMs) : sawWrong(watch, seen.error, now, confirmDelayMs)
}

function sawRight<W extends Watch>(watch: W, now: number, confirmDelayMs: number): W {
  const { wrongSince: _wrong, error: _error, ...rest } = watch
  const rightSince = watch.rightSince ?? now
  const lasted = now - rightSince >= confirmDelayMs
  return { ...(rest as W), rightSince, status: lasted ? 'SUCCESS' : watch.status }
}

function sawWrong<W extends Watch>(
  watch: W,
  error: VerificationError,
  now: number,
  confirmDelayMs: number,
): W {
  const { rightSince: _right, ...rest } = watch
  const wrongSince = watch.wrongSince ?? now
  const wrong = { ...(rest as W), wrongSince, error }
  if (watch.status === 'SUCCESS') {
    const patience = error === 'DNS_SERVER_ERROR' ? confirmDelayMs * TROUBLE_PATIENCE : confirmDelayMs
    return now - wrongSince >= patience ? { ...wrong, status: 'TEMPORARY_FAILURE', since: now } : wrong
  }
  return now - watch.since >= SEARCH_MS ? { ...wrong, status: 'FAILED' } : wrong
}

/** As if 72 hours had passed without the records. */
export function expire<W extends Watch>(watch: W): W {
  const searching = watch.status === 'PENDING' || watch.status === 'TEMPORARY_FAILURE'
  return searching && !watch.held
    ? { ...watch, status: 'FAILED', error: watch.error ?? 'HOST_NOT_FOUND' }
    : watch
}
