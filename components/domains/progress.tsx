import { cx } from '@/components/ui/cx'

/** One tick a record: filled when found. The sentence beside it says the same in words. */
export function Progress({ found, total }: { found: number; total: number }) {
  return (
    <div aria-hidden className="flex gap-1.5">
      {Array.from({ length: total }, (_, at) => (
        <span
          key={at}
          className={cx(
            'h-2 w-8 rounded-full border motion-safe:transition-colors motion-safe:duration-200 sm:w-10',
            at < found ? 'border-good-solid bg-good-solid' : 'border-edge',
          )}
        />
      ))}
    </div>
  )
}
