import type { Outcome } from '@/components/outcome'
import type { GrantView, InboxView, MintedToken, OpenedInbox } from '@/lib/inboxes/view'

type Act<I, O> = (input: I) => Promise<Outcome<O>>

export interface NewInbox {
  localPart?: string
  domain?: string
  name?: string
  clientId?: string
}
export type OpenInbox = Act<NewInbox, OpenedInbox>

/** What can be done to an inbox; bound to the tenant by the page, which leaves out what its reader may not. */
export interface InboxActions {
  change?: {
    rename: Act<{ id: string; name: string }, InboxView>
    move: Act<{ id: string; localPart: string; domain?: string }, InboxView>
    suspend: Act<{ id: string; reason: string }, InboxView>
    resume: Act<{ id: string }, InboxView>
    close: Act<{ id: string }, InboxView>
  }
  setProtocolAccess?: Act<{ id: string; on: boolean }, InboxView>
}

export interface GrantActions {
  create?: Act<{ inboxId: string; name: string }, GrantView>
  suspend?: Act<{ id: string }, GrantView>
  resume?: Act<{ id: string }, GrantView>
  renew?: Act<{ id: string }, GrantView>
  revoke?: Act<{ id: string }, GrantView>
  mint?: Act<{ id: string; agentSession: string; scopes?: string[]; seconds?: number }, MintedToken>
}
