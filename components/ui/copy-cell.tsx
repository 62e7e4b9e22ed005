'use client'

import { Check, Copy } from 'lucide-react'
import { Breakable } from './breakable'
import { cx } from './cx'
import { useCopy } from './use-copy'

type Props = { text: string; label: string; unit?: string; quiet?: boolean }

/** A value that is its own copy button: click anywhere on it. Nothing is cut, nothing moves. */
export function CopyCell({ text, label, unit, quiet }: Props) {
  const { state, copy } = useCopy()
  const Icon = state === 'copied' ? Check : Copy
  return (
    <button
      type="button"
      onClick={() => copy(text)}
      className="group hover:bg-sunk active:bg-sunk relative -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-start justify-between gap-2 rounded px-2 py-2 text-left select-text lg:min-h-0 lg:py-1"
    >
      <span className="pasted">
        <span className="sr-only">Copy {label}: </span>
        <Breakable text={text} />
        {unit && <span className="text-soft"> {unit}</span>}
      </span>
      <Icon
        aria-hidden
        className={cx(
          'group-hover:text-ink mt-1 size-3.5 shrink-0',
          state === 'copied' ? 'text-good' : 'text-soft',
          quiet &&
            state === 'idle' &&
            'lg:opacity-0 lg:group-hover:opacity-100 lg:group-focus-visible:opacity-100',
        )}
      />
      <span role="status" className="contents">
        {state !== 'idle' && (
          <span className="bg-ink text-paper absolute top-1 right-1 z-10 rounded px-1.5 text-xs leading-5">
            {state === 'copied' ? 'Copied' : 'Select by hand'}
          </span>
        )}
      </span>
    </button>
  )
}
