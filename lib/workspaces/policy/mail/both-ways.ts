import { AppError } from '@/lib/kernel/errors'
import type { MailPolicyView } from './view'

/** What is allowed and blocked at once would be decided by whichever list is asked first. @throws AppError invalid_input */
export function refuseBothWays({
  allowedSenders,
  blockedSenders,
}: Pick<MailPolicyView, 'allowedSenders' | 'blockedSenders'>): void {
  const both = blockedSenders.find((sender) => allowedSenders.includes(sender))
  if (both)
    throw new AppError('invalid_input', {
      field: 'mail.blockedSenders',
      say: `${both} is allowed and blocked at once.`,
      next: 'Take it off one of the lists.',
    })
}
