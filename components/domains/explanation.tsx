import { TriangleAlert } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import type { RecordView } from '@/lib/domains/view'
import { Comparison } from './comparison'

/**
 * Opens under a record that is wrong: what we found, what it means, how to mend it.
 * A record that would displace mail in use is not to be mended: its group says what to do instead.
 */
export function Explanation({ record, displaces }: { record: RecordView; displaces: boolean }) {
  const { explanation, verdict } = record
  if (!explanation || verdict !== 'mismatch') return null
  return (
    <Callout tone="warning" icon={TriangleAlert} className="mt-3 lg:ml-[10.75rem]">
      <p>
        <strong className="font-medium">{explanation.found}</strong> {explanation.meaning}
      </p>
      <Comparison record={record} />
      {!displaces && <p>{explanation.fix}</p>}
    </Callout>
  )
}
