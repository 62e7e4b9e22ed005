import type { DomainView, RecordView } from '@/lib/domains/view'
import { DisplacedMx } from './displaced-mx'
import type { HostStyle } from './host-style'
import { columns, RecordRow } from './record-row'
import { RecordsInPreparation } from './records-in-preparation'

const groups: { key: RecordView['group']; title: string; purpose: string }[] = [
  {
    key: 'ownership',
    title: 'Prove the name is yours',
    purpose: 'This name was used here before, or somebody else asked for it. Publish this record first.',
  },
  {
    key: 'dkim',
    title: 'Sign your mail (DKIM)',
    purpose:
      'Three records that let receivers check that a message was signed for your domain and not changed.',
  },
  {
    key: 'return_path',
    title: 'Return path',
    purpose: 'Brings bounces back under your name and says which servers may send for it.',
  },
  {
    key: 'receive',
    title: 'Receive mail',
    purpose: 'Brings mail for this domain to your inboxes here. Sending does not wait for it.',
  },
  {
    key: 'advice',
    title: 'Advice',
    purpose: 'Nothing waits for this one. Large receivers ask for it.',
  },
]

type Props = { domain: DomainView; hosts: HostStyle; addHref: string | undefined }

export function RecordGroups({ domain, hosts, addHref }: Props) {
  const looking = Date.parse(domain.nextCheckAt) - Date.parse(domain.now) < 3000
  return groups.map((group) => {
    const records = domain.records.filter((r) => r.group === group.key)
    const preparing = group.key === 'dkim' && records.length === 0
    if (records.length === 0 && !preparing) return null
    return (
      <section key={group.key} aria-labelledby={`group-${group.key}`} className="mt-10">
        <h2 id={`group-${group.key}`} className="text-lg font-medium">
          {group.title}
        </h2>
        <p className="text-soft mb-3 max-w-3xl">{group.purpose}</p>
        {group.key === 'receive' && <DisplacedMx domain={domain} addHref={addHref} />}
        <ColumnNames />
        {preparing ? (
          <RecordsInPreparation waitsForProof={domain.ownershipNeeded && domain.state === 'pending'} />
        ) : (
          <ul>
            {records.map((record) => (
              <RecordRow
                key={record.key}
                record={record}
                hosts={hosts}
                looking={looking}
                nextCheckAt={domain.nextCheckAt}
                displaces={record.key === 'inbound' && domain.displacedMx.length > 0}
              />
            ))}
          </ul>
        )}
      </section>
    )
  })
}

/** For the eye only: each cell carries its own name. */
function ColumnNames() {
  return (
    <div
      aria-hidden
      className={`hairline text-soft pb-1.5 text-xs max-lg:h-0 max-lg:overflow-hidden max-lg:pb-0 ${columns}`}
    >
      {['Record', 'Type', 'Host', 'Value', 'Priority', 'TTL'].map((name) => (
        <span key={name} className="max-lg:hidden">
          {name}
        </span>
      ))}
    </div>
  )
}
