import { CopyCell } from '@/components/ui/copy-cell'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RecordView } from '@/lib/domains/view'
import { Explanation } from './explanation'
import type { HostStyle } from './host-style'
import { VerdictChip } from './state-chips'
import { TryAgain } from './try-again'

/** Columns from 1024 px on; below, the row is a card. Shared with the group's headings. */
export const columns =
  'lg:grid lg:grid-cols-[9.5rem_4.5rem_minmax(0,1fr)_minmax(0,1.14fr)_4.5rem_5rem] lg:gap-x-5'

type Props = {
  record: RecordView
  hosts: HostStyle
  looking: boolean
  nextCheckAt: string
  displaces: boolean
}

export function RecordRow({ record, hosts, looking, nextCheckAt, displaces }: Props) {
  const host = hosts === 'relative' ? record.relativeHost : record.host
  return (
    <li data-record={record.key} className="hairline py-4 lg:py-3">
      <div className={columns}>
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 lg:mb-0 lg:block">
          <h3 className="leading-7 font-medium">{record.label}</h3>
          <VerdictChip record={record} looking={looking} />
          <p className="text-soft mt-1 min-h-5 w-full text-xs leading-5">
            <LastLook record={record} nextCheckAt={nextCheckAt} />
          </p>
        </div>
        <dl className="contents">
          <Cell name="Type">
            <CopyCell text={record.type} label={`type of ${record.label}`} quiet />
          </Cell>
          <Cell name="Host">
            <CopyCell text={host} label={`host of ${record.label}`} />
          </Cell>
          <Cell name="Value">
            <CopyCell text={record.value} label={`value of ${record.label}`} />
          </Cell>
          <Cell name="Priority" empty={record.priority === null}>
            {record.priority !== null && (
              <CopyCell text={String(record.priority)} label={`priority of ${record.label}`} quiet />
            )}
          </Cell>
          <Cell name="TTL">
            <CopyCell text={String(record.ttl)} unit="s" label={`TTL of ${record.label}`} quiet />
          </Cell>
        </dl>
      </div>
      <Explanation record={record} displaces={displaces} />
    </li>
  )
}

function Cell({ name, empty, children }: { name: string; empty?: boolean; children: React.ReactNode }) {
  return (
    <div className={`grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 lg:block ${empty ? 'max-lg:hidden' : ''}`}>
      <dt className="text-soft py-2.5 text-xs leading-5 lg:sr-only">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function LastLook({ record, nextCheckAt }: { record: RecordView; nextCheckAt: string }) {
  if (!record.checkedAt) return 'Our first look comes in a moment'
  if (record.verdict === 'unknown') return <TryAgain at={nextCheckAt} />
  return (
    <>
      Looked <RelativeTime at={record.checkedAt} />
    </>
  )
}
