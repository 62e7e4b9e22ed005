import { CircleCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { RecordView } from '@/lib/domains/view'
import { isPublished, standingFor } from './published'
import type { Panel } from './use-panel'
import { asWanted, wrongWays } from './wrong-ways'

type Props = { wanted: { domain: string; records: RecordView[] }[]; panel: Panel }

export function QuickPublish({ wanted, panel }: Props) {
  if (wanted.length === 0)
    return <p className="text-soft">None. Add a domain as a customer, then come back.</p>
  return wanted.map(({ domain, records }) => (
    <section key={domain} aria-labelledby={`wanted-${domain}`} className="mb-8">
      <div className="border-line flex flex-wrap items-center justify-between gap-3 border-b pb-2">
        <h3 id={`wanted-${domain}`} className="font-medium [overflow-wrap:anywhere]">
          {domain}
        </h3>
        <Button size="sm" onClick={() => panel.publishAll(records.map(asWanted))}>
          Publish all
          <span className="sr-only"> for {domain}</span>
        </Button>
      </div>
      <ul>
        {records.map((record) => (
          <WantedRecord key={record.key} record={record} panel={panel} />
        ))}
      </ul>
    </section>
  ))
}

function WantedRecord({ record, panel }: { record: RecordView; panel: Panel }) {
  const published = isPublished(panel.records, record)
  const there = standingFor(panel.records, record)
  return (
    <li data-wanted={record.key} className="hairline flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex items-center gap-2 font-medium">
          {record.label}
          {published && (
            <>
              <CircleCheck aria-hidden className="text-good size-4" />
              <span className="sr-only">published</span>
            </>
          )}
        </p>
        <p className="pasted text-soft">
          {record.type} {record.host}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          look={published ? 'quiet' : 'primary'}

          onClick={() => panel.publish(record.label, asWanted(record))}
        >
          Publish<span className="sr-only"> {record.label}</span>
        </Button>
        {wrongWays(record).map((way) => (
          <Button
            key={way.label}
            size="sm"
            look="plain"

            onClick={() => panel.publish(`${way.label} for ${record.label}`, way.record, way.beside)}
          >
            {way.label}
            <span className="sr-only"> for {record.label}</span>
          </Button>
        ))}
        <Button
          size="sm"
          look="plain"
          busy={there.length === 0}
          onClick={() =>
            panel.takeDown(
              record.label,
              there.map((r) => r.id),
            )
          }
        >
          Take down<span className="sr-only"> {record.label}</span>
        </Button>
      </div>
    </li>
  )
}
