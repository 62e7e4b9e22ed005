import type { Verdict, VerdictSummary } from '../types'

/** One word for each mechanism: DKIM passes when any signature does. */
export function summarize({ dkim, spf, dmarc, signedBy, mailedBy }: Verdict): VerdictSummary {
  const best = dkim.find((one) => one.result === 'pass') ?? dkim[0]
  return { dkim: best?.result ?? 'none', spf: spf.result, dmarc: dmarc.result, signedBy, mailedBy }
}
