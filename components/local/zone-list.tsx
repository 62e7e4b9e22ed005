import { Breakable } from '@/components/ui/breakable'
import { Button } from '@/components/ui/button'
import type { ZoneRecord } from '@/lib/local/world/types'
import type { Panel } from './use-panel'

export function ZoneList({ panel }: { panel: Panel }) {
  const zones = panel.zones.filter((zone) => zone.records.length > 0)
  if (zones.length === 0) return <p className="text-soft">No zone holds a record yet. Publish one above.</p>
  return zones.map((zone) => (
    <section key={zone.name} aria-labelledby={`zone-${zone.name}`} className="mb-6">
      <h3 id={`zone-${zone.name}`} className="border-line border-b pb-2 font-medium [overflow-wrap:anywhere]">
        {zone.name} <span className="text-soft text-sm font-normal">serial {zone.serial}</span>
      </h3>
      <ul>
        {zone.records.map((record) => (
          <li key={record.id} className="hairline flex items-start gap-4 py-2">
            <p className="pasted min-w-0 flex-1">
              <Breakable text={record.name} /> <span className="text-soft">{record.ttl}</span> {record.type}{' '}
              <Breakable text={data(record)} />
            </p>
            <Button
              size="sm"
              look="plain"
              onClick={() => panel.takeDown(`${record.type} ${record.name}`, [record.id])}
            >
              Remove
              <span className="sr-only">
                {' '}
                {record.type} {record.name}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ))
}

const data = ({ priority, value }: ZoneRecord) => (priority === null ? value : `${priority} ${value}`)
