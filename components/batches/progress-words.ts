import type { BatchView } from '@/lib/provisioning/batches/view'

const number = (n: number) => n.toLocaleString('en')

/** How far a batch is, in a sentence. */
export function progressWords({
  total,
  done,
  refused,
  finishedAt,
}: Pick<BatchView, 'total' | 'done' | 'refused' | 'finishedAt'>): string {
  if (total === 0) return 'There was nothing to do.'
  if (total === 1)
    return done === 1 ? 'It is done.' : refused === 1 ? 'It was refused.' : 'It is not done yet.'
  const without = refused === 0 ? '' : `, ${number(refused)} refused`
  if (finishedAt !== null)
    return refused === 0
      ? `All ${number(total)} are done.`
      : `Finished: ${number(done)} of ${number(total)} are done${without}.`
  return `${number(done)} of ${number(total)} are done${without}; ${number(total - done - refused)} to go.`
}
