import type { Outcome } from '@/components/outcome'
import type { DomainView } from '@/lib/domains/view'
import type { SendView } from '@/lib/sending/view'

/** What a domain's page can do; bound to the tenant by the page, which leaves out what its reader may not. */
export interface DomainActions {
  check?: (input: { id: string }) => Promise<Outcome<DomainView>>
  remove?: (input: { id: string }) => Promise<Outcome<{ id: string }>>
  sendTest?: (input: { domainId: string; idempotencyKey: string }) => Promise<Outcome<SendView>>
}
