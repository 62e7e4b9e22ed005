import type { InboxView } from './view'

export interface Facts {
  closedAt: Date | null
  suspendedAt: Date | null
  /** below the platform's own name, where mail comes in without anything to publish */
  isOurs: boolean
  /** the domain in DNS letters as people write it */
  domain: string
  /** the tenant's domain of that name; null when it has none, or it is being deleted */
  receiving: 'off' | 'pending' | 'ready' | 'lost' | null
}

/** Whether mail to an inbox comes in, and when it does not, whose move it is. */
export function arrivalOf(facts: Facts): Pick<InboxView, 'receiving' | 'notice'> {
  const { domain, closedAt, suspendedAt } = facts
  if (closedAt)
    return {
      receiving: 'off',
      notice:
        'This inbox is closed and takes no mail. What came before can be read until it is as old as your mail is kept.',
    }
  const receiving = facts.isOurs ? 'ready' : (facts.receiving ?? 'no_domain')
  if (suspendedAt)
    return {
      receiving,
      notice:
        'This inbox is suspended: its mail waits in quarantine, or at the senders’ servers for some days. Resume it, and what waits in quarantine comes in by itself.',
    }
  return { receiving, notice: notices[receiving](domain) }
}

const notices: Record<InboxView['receiving'], (domain: string) => string | null> = {
  ready: () => null,
  pending: (domain) =>
    `Mail comes in as soon as ${domain} receives. Publish its records; its page says which are left.`,
  lost: (domain) =>
    `The record that leads mail for ${domain} here is gone. Publish it again; its page shows it.`,
  off: (domain) => `Receiving is off for ${domain}. Its page says what is needed to turn it on.`,
  no_domain: (domain) =>
    `${domain} is no longer one of your domains, so no mail comes in. Add it again, or move the inbox to another one.`,
}
