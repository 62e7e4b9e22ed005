import type { ExpectedRecord } from './records'
import type { Diagnosis, RecordView } from './view'

/** Three short sentences for a wrong record: what we found, what it means, how to mend it. */
export function explain(
  expected: ExpectedRecord,
  diagnosis: Diagnosis | null,
  observed: readonly string[],
): RecordView['explanation'] {
  return diagnosis ? sentences[diagnosis](expected, observed) : null
}

type Sentences = (e: ExpectedRecord, observed: readonly string[]) => NonNullable<RecordView['explanation']>

// Types are spelt out: an MX, an A, an NS.
const a = (type: string) => (/^[AMN]/.test(type) ? `an ${type}` : `a ${type}`)
const typesOf = (observed: readonly string[]) => [...new Set(observed.map((o) => o.split(' ')[0] ?? ''))]
const present = (types: string[]) =>
  types.length > 1 ? `There are ${types.join(' and ')} records` : `There is ${a(types.join())} record`

const sentences: Record<Diagnosis, Sentences> = {
  wrong_value: (e) => ({
    found: `There is ${a(e.type)} record at this name, with another value.`,
    meaning:
      e.key === 'inbound'
        ? 'Mail for this domain goes somewhere else today.'
        : 'The record is in the right place but does not point to the right thing yet.',
    fix: `Replace its value with the one shown here. Copy it whole, nothing before or after it.`,
  }),
  wrong_type: (e, observed) => ({
    found: `${present(typesOf(observed))} at this name, but it has to be ${a(e.type)} record.`,
    meaning: 'Receivers ask for the type, so a right value under the wrong type is not seen.',
    fix: `Delete the ${typesOf(observed).join(' and ')} record and create ${a(e.type)} record with the value shown here.`,
  }),
  several_mx: (e, observed) => ({
    found: `There are ${observed.length} MX records at this name.`,
    meaning:
      e.key === 'inbound'
        ? 'Another server has the same or a better priority, so mail would go there first.'
        : 'The return path works with exactly one MX record.',
    fix:
      e.key === 'inbound'
        ? 'Remove the other MX records, or use a sub-domain for this product if they carry your company mail.'
        : 'Keep only the one shown here and remove the others.',
  }),
  several_spf: (_, observed) => ({
    found: `There are ${observed.filter((o) => /v=spf1/i.test(o)).length} SPF records at this name.`,
    meaning: 'Receivers treat more than one SPF record as an error and ignore them all.',
    fix: 'Keep one record that holds everything both of them need, and remove the other.',
  }),
  spf_missing_include: (e) => ({
    found: 'There is an SPF record at this name, but it does not name our servers.',
    meaning: 'Receivers would see our servers as not allowed to send for you.',
    fix: `Add ${e.value.split(' ')[1]} before the last term of the record you have.`,
  }),
  could_not_check: () => ({
    found: 'The name servers of this domain did not give a usable answer.',
    meaning: 'This says nothing about your record: it may be right. What we knew before still holds.',
    fix: 'We try again by ourselves. If this stays, ask your DNS provider whether its servers are up.',
  }),
}
