import type { Check } from './check'

/** What the domain of the sender says of it (RFC 7208, RFC 6376, RFC 7489). */
export const authChecks: readonly Check[] = [
  {
    ...{ code: 'dmarc_fail', score: 3.5, about: 'DMARC failed' },
    find: ({ facts }) =>
      facts.verdicts.dmarc.result === 'fail'
        ? 'The domain of its sender asks that mail like this not be believed (DMARC failed).'
        : null,
  },
  {
    ...{ code: 'spf_fail', score: 1.5, about: 'SPF failed' },
    find: ({ facts }) =>
      facts.verdicts.spf.result === 'fail'
        ? 'It came from an address that its domain does not send from (SPF failed).'
        : null,
  },
  {
    ...{ code: 'spf_softfail', score: 0.7, about: 'SPF failed softly' },
    find: ({ facts }) =>
      facts.verdicts.spf.result === 'softfail'
        ? 'It came from an address that its domain hardly sends from (SPF softfail).'
        : null,
  },
  {
    ...{ code: 'dkim_fail', score: 1, about: 'a DKIM signature that does not hold' },
    find: ({ facts }) =>
      facts.verdicts.dkim.result === 'fail' ? 'Its signature does not hold (DKIM failed).' : null,
  },
  {
    ...{ code: 'uncheckable', score: 3, about: 'none of SPF, DKIM and DMARC can be made out' },
    find: ({ facts: { verdicts } }) =>
      [verdicts.spf, verdicts.dkim, verdicts.dmarc].every(({ result }) => result === 'permerror')
        ? 'It is written so that nobody can check its sender.'
        : null,
  },
  {
    ...{ code: 'nobody_vouches', score: 0.5, about: 'none of SPF, DKIM and DMARC passed' },
    find({ facts: { verdicts } }) {
      const results = [verdicts.spf.result, verdicts.dkim.result, verdicts.dmarc.result]
      return results.includes('pass') || results.every((result) => result === 'unknown')
        ? null
        : 'Neither SPF nor DKIM nor DMARC vouches for its sender.'
    },
  },
]
