import { Mark } from './mark'

/** `tight`: on a narrow screen the mark alone is seen. */
export function Wordmark({ tight }: { tight?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <Mark className="text-seal size-7" />
      <span className={tight ? 'max-sm:sr-only' : undefined}>Letterhead</span>
    </span>
  )
}
