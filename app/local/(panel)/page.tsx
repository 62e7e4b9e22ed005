import type { Metadata } from 'next'
import { Hydrated } from '@/components/hydrated'
import { JumpTo } from '@/components/local/jump-to'
import { LocalPanel } from '@/components/local/local-panel'
import { localQueries } from '@/components/local/queries'
import { PageTitle } from '@/components/shell/page-title'
import { localDnsMode, localMail, localZones, wantedRecords } from '@/lib/faces/next/local'
import { publishRecordAction, removeRecordAction, setDnsModeAction } from '../actions'

export const metadata: Metadata = { title: 'Local DNS and mail' }

export default async function LocalPage() {
  const [zones, mail, mode, wanted] = await Promise.all([
    localZones(),
    localMail(),
    localDnsMode(),
    wantedRecords(),
  ])
  return (
    <>
      <PageTitle title="Local DNS and mail">
        The DNS provider and the receiving end of this laptop’s small world. It exists in local mode only.
        <JumpTo
          places={{
            '#publish': 'Publish a record',
            '#zones': 'Zones',
            '#server': 'DNS server',
            '#mail': 'Mail that left',
          }}
        />
      </PageTitle>
      <Hydrated
        known={[
          [localQueries.zones().queryKey, { items: zones }],
          [localQueries.mail().queryKey, { items: mail }],
        ]}
      >
        <LocalPanel
          actions={{ publish: publishRecordAction, remove: removeRecordAction, setMode: setDnsModeAction }}
          mode={mode}
          wanted={wanted}
        />
      </Hydrated>
    </>
  )
}
