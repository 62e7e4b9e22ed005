import { Check, X } from 'lucide-react'
import { Breakable } from '@/components/ui/breakable'
import type { RecordView } from '@/lib/domains/view'
import { differing } from './diff'

/** What DNS says beside what it should say; the difference is marked by a line below it and by colour. */
export function Comparison({ record }: { record: RecordView }) {
  const wanted = `${record.type} ${record.priority === null ? '' : `${record.priority} `}${record.value}`
  const nearest = record.observed[0] ?? ''
  return (
    <dl className="grid gap-1 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <dt className="text-soft flex items-center gap-1.5 self-start text-xs leading-5">
        <X aria-hidden className="text-warn size-3.5" /> In DNS now
      </dt>
      <dd className="space-y-1">
        {record.observed.map((line, at) => (
          <Marked key={at} text={line} other={wanted} mark="decoration-warn text-warn decoration-wavy" />
        ))}
      </dd>
      <dt className="text-soft flex items-center gap-1.5 self-start text-xs leading-5">
        <Check aria-hidden className="text-good size-3.5" /> Expected
      </dt>
      <dd>
        <Marked text={wanted} other={nearest} mark="decoration-good text-good decoration-2" />
      </dd>
    </dl>
  )
}

function Marked({ text, other, mark }: { text: string; other: string; mark: string }) {
  return (
    <code className="pasted block">
      {differing(text, other).map((piece, at) =>
        piece.differs ? (
          <mark key={at} className={`bg-transparent underline underline-offset-4 ${mark}`}>
            <Breakable text={piece.text} />
          </mark>
        ) : (
          <Breakable key={at} text={piece.text} />
        ),
      )}
    </code>
  )
}
