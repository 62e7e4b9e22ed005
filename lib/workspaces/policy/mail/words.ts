import { amountWords } from '@/lib/usage/words'
import {
  mailNames,
  type ConditionView,
  type MailChangeView,
  type MailPolicyView,
  type RuleView,
} from './view'

export const mailLabels: Record<keyof MailPolicyView, string> = {
  spamSensitivity: 'Spam sensitivity',
  blockedTypes: 'Blocked attachments',
  allowedSenders: 'Allowed senders',
  blockedSenders: 'Blocked senders',
  rules: 'Rules',
  poolsFreeTenants: 'Free tenants share one address',
  supportSwitchesProtocols: 'Support switches protocol access',
}

export const fieldWords: Record<ConditionView['field'], string> = {
  from: 'the sender',
  to: 'a recipient',
  subject: 'the subject',
  header: 'the header',
  attachment: 'an attachment',
  size: 'the message',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
}

export const testWords: Record<ConditionView['test'], string> = {
  is: 'is',
  contains: 'contains',
  ends_with: 'ends with',
  matches_domain: 'is in',
  above: 'is larger than',
  exists: 'is there',
}

/** `If the sender is in example.com and the subject contains “invoice”: file it under Invoices.` */
export function ruleWords({
  match,
  conditions,
  action,
}: Pick<RuleView, 'match' | 'conditions' | 'action'>): string {
  const when = conditions.map(conditionWords).join(match === 'all' ? ' and ' : ' or ')
  return `If ${when}: ${actionWords(action)}.`
}

function conditionWords({ field, header, test, value }: ConditionView): string {
  const what = field === 'header' ? `the header ${header}` : fieldWords[field]
  if (test === 'above') return `${what} ${testWords[test]} ${amountWords(Number(value), 'bytes')}`
  if (test === 'exists') return `${what} ${testWords[test]}`
  const isResult = field === 'spf' || field === 'dkim' || field === 'dmarc'
  return `${what} ${testWords[test]} ${test === 'matches_domain' || isResult ? value : `“${value}”`}`
}

function actionWords(action: RuleView['action']): string {
  if ('block' in action) return 'block it'
  if ('spam' in action) return 'put it into spam'
  const { file, read } = action
  return [file !== undefined && `file it under ${file}`, read && 'mark it as read']
    .filter(Boolean)
    .join(' and ')
}

/** The fields in which two policies of mail differ, in words. */
export const mailChanges = (before: MailPolicyView, after: MailPolicyView): MailChangeView[] =>
  mailNames.flatMap((name) => {
    const says = changeWords(before[name], after[name])
    return says === '' ? [] : [{ name, label: mailLabels[name], says }]
  })

type Value = MailPolicyView[keyof MailPolicyView]

function changeWords(before: Value, after: Value): string {
  if (!Array.isArray(before) || !Array.isArray(after))
    return before === after ? '' : `${plain(before)} becomes ${plain(after)}`
  const [was, is] = [entriesOf(before), entriesOf(after)]
  const added = [...is].filter(([key]) => !was.has(key))
  const gone = [...was].filter(([key]) => !is.has(key))
  const other = [...is].filter(([key, { says }]) => was.has(key) && was.get(key)!.says !== says)
  const isMoved = added.length + gone.length === 0 && [...was.keys()].join('\n') !== [...is.keys()].join('\n')
  const parts = [
    listed(added, 'added'),
    listed(gone, 'taken out'),
    listed(other, 'changed'),
    isMoved && 'in another order',
  ]
  return parts.filter(Boolean).join('; ')
}

const plain = (value: Value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))

interface Entry {
  name: string
  says: string
}

/** A rule's place is told as an order, so its priority is no change of it. */
const entriesOf = (list: (string | RuleView)[]) =>
  new Map<string, Entry>(
    list.map((one) =>
      typeof one === 'string'
        ? [one, { name: one, says: one }]
        : [one.id, { name: `“${one.name}”`, says: contentOf(one) }],
    ),
  )

/** All of a rule but its place, whatever order the database keeps keys in. */
const contentOf = ({ name, match, conditions, action }: RuleView): string =>
  JSON.stringify([
    ...[name, match, conditions.map(({ field, header, test, value }) => [field, header, test, value])],
    Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])

const SHOWN = 5
function listed(entries: [string, Entry][], what: string): string {
  if (entries.length === 0) return ''
  const more = entries.length - SHOWN
  const names = entries.slice(0, SHOWN).map(([, { name }]) => name)
  return `${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''} ${what}`
}
