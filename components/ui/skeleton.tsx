import { cx } from './cx'

/** A line of the shape that is to come; shown after 150 ms only. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('late bg-sunk rounded', className)} />
}

export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="hairline flex items-center gap-6 py-4">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="hidden h-5 flex-1 sm:block" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </div>
  )
}
