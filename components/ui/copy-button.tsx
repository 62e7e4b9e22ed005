'use client'

import { Check, Copy } from 'lucide-react'
import { Button } from './button'
import { useCopy } from './use-copy'

/** Copies `text`; both words share one place, so the width stays. */
export function CopyButton({ text, children }: { text: string; children: React.ReactNode }) {
  const { state, copy } = useCopy()
  const said = state === 'copied' ? 'Copied' : 'Select by hand'
  return (
    <Button size="sm" onClick={() => copy(text)}>
      {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span className="grid">
        <span className={`col-start-1 row-start-1 ${state === 'idle' ? '' : 'invisible'}`}>{children}</span>
        <span role="status" className="col-start-1 row-start-1">
          {state !== 'idle' && said}
        </span>
      </span>
    </Button>
  )
}
