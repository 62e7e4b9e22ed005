import { ExactTime } from '@/components/ui/exact-time'
import { howWords } from '@/lib/audit/words'
import type { AuditDetailView } from '@/lib/audit/view'
import { Facts } from './facts'

/** Everything that is known of one event. */
export function EventDetail({ event }: { event: AuditDetailView }) {
  return (
    <Facts
      of={[
        ['When', <ExactTime key="at" at={event.at} />],
        ['Who and how', howWords(event)],
        ['Network address', event.address],
        ['Came with', credential(event)],
        ['Action', event.action],
        ['About', `${event.subjectType} ${event.subject}`],
        ['Its id', event.subjectId],
        ['Result', event.result === 'refused' ? 'Refused' : 'Done'],
        ['Request', event.requestId],
        ['Seal', event.seal === null ? 'Will be sealed within a minute or two' : `Number ${event.seal}`],
      ]}
    />
  )
}

const kinds: Record<string, string> = { session: 'a session', key: 'an API key', access: 'a support access' }

const credential = ({ credentialKind, credentialId }: AuditDetailView) =>
  credentialKind && `${kinds[credentialKind] ?? credentialKind}, ${credentialId}`
