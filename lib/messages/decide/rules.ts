import { domainOf, fold } from './fold'
import { matchesDomain } from './senders'
import type { MailFacts, Rule } from './types'

type Condition = Rule['conditions'][number]

/** The rules that a message meets, the lowest priority first; of the same, as they stand. */
export function rulesThatMatch(rules: readonly Rule[], facts: MailFacts): Rule[] {
  const forms = { folded: once((value) => fold(value).trim()), domain: once((v) => domainOf(v) || v.trim()) }
  return rules.toSorted((a, b) => a.priority - b.priority).filter((rule) => matches(rule, facts, forms))
}

/** A value as it is compared. A thousand conditions ask for the same few hundred values: each is folded once. */
type Forms = Record<'folded' | 'domain', (value: string) => string>

function once(make: (value: string) => string): (value: string) => string {
  const made = new Map<string, string>()
  return (value) => {
    const form = made.get(value) ?? make(value)
    made.set(value, form)
    return form
  }
}

/** A rule without conditions meets nothing: `all` of none would be every message. */
function matches({ match, conditions }: Rule, facts: MailFacts, forms: Forms): boolean {
  if (conditions.length === 0) return false
  const holds = (condition: Condition) => meets(condition, facts, forms)
  return match === 'all' ? conditions.every(holds) : conditions.some(holds)
}

/** Whether one of the field's values meets the test. An empty value meets nothing but `exists`. */
function meets(condition: Condition, facts: MailFacts, { folded, domain }: Forms): boolean {
  const { test } = condition
  const values = valuesOf(condition, facts)
  if (test === 'exists') return values.some((value) => value !== '')
  const wanted = fold(condition.value).trim()
  if (wanted === '') return false
  if (test === 'above') return values.some((value) => Number.parseFloat(value) > Number(wanted))
  if (test === 'matches_domain') return matchesDomain(wanted, values.map(domain))
  return values.some((value) => tests[test](folded(value), wanted))
}

const tests = {
  is: (value: string, wanted: string) => value === wanted,
  contains: (value: string, wanted: string) => value.includes(wanted),
  ends_with: (value: string, wanted: string) => value.endsWith(wanted),
} as const

function valuesOf({ field, header, test }: Condition, facts: MailFacts): string[] {
  switch (field) {
    case 'from':
      return [facts.envelopeFrom, ...peopleOf(facts.from, test)]
    case 'to':
      return [facts.recipient, ...peopleOf([...facts.to, ...facts.cc], test)]
    case 'subject':
      return [facts.subject]
    case 'header':
      return facts.headers.filter(({ name }) => name === header?.toLowerCase()).map(({ value }) => value)
    case 'attachment':
      return facts.attachments.flatMap(({ name, type, size }) =>
        test === 'above' ? [String(size)] : [name, type],
      )
    case 'size':
      return [String(facts.size)]
    case 'spf':
    case 'dkim':
    case 'dmarc': {
      const { result } = facts.verdicts[field]
      return test === 'exists' && (result === 'none' || result === 'unknown') ? [] : [result]
    }
  }
}

/** Names are words as well; a domain is read from addresses only, as a name can be anybody's. */
const peopleOf = (people: MailFacts['from'], test: Condition['test']): string[] =>
  people.flatMap(({ name, address }) => (test === 'matches_domain' ? [address] : [address, name]))
