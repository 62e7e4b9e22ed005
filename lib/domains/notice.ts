import type { DomainRow } from './domain'
import { awaitsProof } from './records'

type Facts = Pick<
  DomainRow,
  'state' | 'problem' | 'dkimTokens' | 'ownershipRequired' | 'ownershipProvenAt'
> & { tenant: Pick<DomainRow['tenant'], 'environment'> }

/** What we are busy with or wait for, in the customer's words. Null when the next move is theirs. */
export function notice(d: Facts): string | null {
  if (d.state === 'deleting')
    return 'We are removing this domain. It disappears from the list when that is done.'
  if (d.problem === 'held') return problems.held + ruleOfTrials(d)
  if (d.problem) return problems[d.problem as keyof typeof problems] ?? problems.unreachable
  if (awaitsProof(d))
    return `This name needs proof of ownership first. Publish the record below; the others follow as soon as we see it.${ruleOfTrials(d)}`
  if (d.state === 'provisioning')
    return d.dkimTokens.length > 0
      ? 'Your records are complete. We are finishing the set-up behind them; you can publish already.'
      : 'We are making your signing keys. The first three records appear here in a few seconds.'
  if (d.state === 'verifying')
    return 'Your records are right. The mail network confirms them by itself, usually within minutes.'
  return null
}

/**
 * What helps whoever went live with a name that was tried out here. A rule, said wherever a proof is asked for, so that it
 * tells nothing of who has the name.
 */
const ruleOfTrials = ({ tenant: { environment } }: Facts): string =>
  environment === 'production'
    ? ''
    : ` A name that is in use in production is not used in ${environment} at the same time. To try things out, take a sub-domain that is used here only.`

const problems = {
  busy: 'The mail network is busy. Your domain is saved and we go on by ourselves in a few seconds.',
  unreachable:
    'The mail network does not answer right now. Your domain is saved and we keep trying by ourselves.',
  refused: 'Set-up has paused on our side. Our staff can see this; there is nothing for you to do.',
  foreign:
    'Set-up has paused for a review on our side. Our staff can see this; there is nothing for you to do.',
  held: 'Your proof is seen. A person on our side looks at this name before set-up goes on; there is nothing for you to do.',
}
