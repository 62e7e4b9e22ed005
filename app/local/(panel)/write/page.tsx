import type { Metadata } from 'next'
import { Hydrated } from '@/components/hydrated'
import { localQueries } from '@/components/local/queries'
import { WritePanel } from '@/components/local/write/write-panel'
import { PageTitle } from '@/components/shell/page-title'
import { localArrivals, ownAddresses, swaksLine } from '@/lib/faces/next/local'
import { changeTopicAction, writeAction } from '../../actions'

export const metadata: Metadata = { title: 'Write to an inbox' }

const EXAMPLE = 'agent@mnexa.post.letterhead.dev'

export default async function WritePage() {
  const [arrivals, addresses] = await Promise.all([localArrivals(), ownAddresses()])
  return (
    <>
      <PageTitle title="Write to an inbox">
        You are somebody in the outside world. What you write here comes in as real mail does.
      </PageTitle>
      <Hydrated known={[[localQueries.arrivals().queryKey, arrivals]]}>
        <WritePanel
          actions={{ write: writeAction, changeTopic: changeTopicAction }}
          addresses={addresses}
          swaks={swaksLine(addresses[0] ?? EXAMPLE)}
        />
      </Hydrated>
    </>
  )
}
