import { mailNames, type MailPolicyView } from '@/lib/workspaces/policy/mail/view'
import { linesOf } from '../words'

type Name = keyof MailPolicyView

/** What stands in the part of the editor about mail: lists as they are typed, an entry a line. */
export type MailTyped = Omit<MailPolicyView, ListName> & Record<ListName, string>
type ListName = 'blockedTypes' | 'allowedSenders' | 'blockedSenders'
const listNames: readonly Name[] = ['blockedTypes', 'allowedSenders', 'blockedSenders']

export const typedMail = (mail: MailPolicyView): MailTyped => ({
  ...mail,
  blockedTypes: mail.blockedTypes.join('\n'),
  allowedSenders: mail.allowedSenders.join('\n'),
  blockedSenders: mail.blockedSenders.join('\n'),
})

const valuesOf = (typed: MailTyped): MailPolicyView => ({
  ...typed,
  blockedTypes: linesOf(typed.blockedTypes),
  allowedSenders: linesOf(typed.allowedSenders),
  blockedSenders: linesOf(typed.blockedSenders),
})

/** Whether two values say the same; of lists, whatever the order and the case. */
function same<N extends Name>(name: N, a: MailPolicyView[N], b: MailPolicyView[N]): boolean {
  if (!listNames.includes(name)) return JSON.stringify(a) === JSON.stringify(b)
  const [one, other] = [a, b].map((list) => [
    ...new Set((list as string[]).map((entry) => entry.toLowerCase())),
  ])
  return one!.toSorted().join('\n') === other!.toSorted().join('\n')
}

/** The fields that would change. What a list may hold is for the server to say. */
export function changedMail(mail: MailPolicyView, typed: MailTyped): Partial<MailPolicyView> {
  const values = valuesOf(typed)
  return Object.fromEntries(
    mailNames.filter((name) => !same(name, mail[name], values[name])).map((name) => [name, values[name]]),
  )
}

/** What was typed against an older version, on top of a newer one: what only the other changed is taken over. */
export function rebaseMail(older: MailPolicyView, newer: MailPolicyView, typed: MailTyped) {
  const mine = changedMail(older, typed)
  const theirs = mailNames.filter((name) => !same(name, older[name], newer[name]))
  const kept = mailNames.filter((name) => name in mine)
  const fresh = typedMail(newer)
  return {
    typed: { ...fresh, ...Object.fromEntries(kept.map((name) => [name, typed[name]])) },
    undecided: kept.filter(
      (name) => theirs.includes(name) && !same(name, newer[name], valuesOf(typed)[name]),
    ),
  }
}
