import { reason, type Reason } from '../view'

/** Why a message is where it is; while it waits for a suspension to end, also what comes of that. */
export const reasonsOf = ({ reasons, waits }: { reasons: unknown; waits: unknown }): Reason[] => [
  ...reason.array().parse(reasons),
  ...(waits ? [comesIn] : []),
]

const comesIn: Reason = {
  code: 'waits',
  says: 'It comes in by itself once the suspension is over, and is kept until then.',
  score: 0,
}
