import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'

// Characters. What is longer takes more than four lines of a wide pane.
const LONG = 240

/** What a message is about; of an endless one its first lines, and the rest on asking. */
export function Subject({ text, ref }: { text: string; ref: React.Ref<HTMLHeadingElement> }) {
  const [whole, setWhole] = useState(false)
  const isLong = text.length > LONG
  return (
    <>
      <h2
        ref={ref}
        tabIndex={-1}
        dir="auto"
        title={isLong && !whole ? text : undefined}
        className={cx(
          'text-xl leading-snug font-semibold tracking-tight [overflow-wrap:anywhere] outline-none',
          isLong && !whole && 'line-clamp-4',
        )}
      >
        {text}
      </h2>
      {isLong && (
        <Button size="sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less of the subject' : 'Show all of the subject'}
        </Button>
      )}
    </>
  )
}
