import type { BatchView } from '@/lib/provisioning/batches/view'
import { progressWords } from './progress-words'

/** The bar and the same in words; its end is told to whoever does not see it. */
export function BatchProgress({ batch }: { batch: BatchView }) {
  const { total, done, refused, finishedAt } = batch
  return (
    <div className="max-w-2xl">
      <progress
        aria-label="Progress"
        max={Math.max(1, total)}
        value={total === 0 ? 1 : done + refused}
        className="border-edge bg-sunk [&::-moz-progress-bar]:bg-soft [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-soft block h-2.5 w-full appearance-none overflow-hidden rounded-full border"
      />
      <p className="mt-2 tabular-nums">{progressWords(batch)}</p>
      <p role="status" className="sr-only">
        {finishedAt !== null && 'This batch is finished.'}
      </p>
    </div>
  )
}
