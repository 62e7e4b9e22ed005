import { authenticate, type AuthenticateResult, type DMARCResult } from 'mailauth'
import type { Readable } from 'node:stream'
import { SECOND } from '@/lib/kernel/clock'
import { log } from '@/lib/kernel/log'
import type { Verdicts } from '../view'
import { resolveForMail } from './mail-resolver'
import { signedInPart, verdict } from './words'

export const PATIENCE = 5 * SECOND

/** Where a message came from, as the connection told. */
export interface Origin {
  address: string
  /** what it called itself */
  helo: string
  /** empty for the null sender */
  envelopeFrom: string
  /** who looks */
  host: string
}

/**
 * What SPF, DKIM and DMARC say of a message. Never a reason to refuse it: whoever cannot be asked within five seconds is
 * told as such.
 */
export async function verdictsOf(
  open: () => Promise<Readable>,
  origin: Origin,
  patienceMs = PATIENCE,
): Promise<Verdicts> {
  const source = await open()
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patienceMs, null)
  })
  try {
    const found = await Promise.race([judge(source, origin), patience])
    return found ? toVerdicts(found, origin) : nobodyAnswered
  } catch (error) {
    log().warn({ err: error }, 'a message could not be checked')
    return nobodyAnswered
  } finally {
    clearTimeout(timer)
    source.destroy()
  }
}

const judge = (source: Readable, { address, helo, envelopeFrom, host }: Origin) =>
  authenticate(source, {
    ip: address,
    helo,
    sender: envelopeFrom,
    mta: host,
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
    resolver: (name, type) => resolveForMail(name, type) as Promise<string[][] | string[]>,
  })

function toVerdicts({ spf, dkim, dmarc }: AuthenticateResult, { envelopeFrom, helo }: Origin): Verdicts {
  const sender = (spf && spf.domain) || envelopeFrom.split('@').at(-1) || helo
  const from = dmarc ? (dmarc.policyDomain ?? dmarc.domain ?? null) : null
  return {
    spf: verdict('spf', (spf && spf.status.result) || 'none', sender),
    dkim: ofSignatures(dkim),
    dmarc: verdict('dmarc', dmarc ? believed(dmarc) : 'none', from),
  }
}

/** The signature that says most. One over a part of the body (RFC 6376 8.2) lets anybody write the rest. */
function ofSignatures({ results }: AuthenticateResult['dkim']): Verdicts['dkim'] {
  const fitting = results.filter(({ status }) => status.result === 'pass')
  const whole = fitting.filter(({ status }) => !status.underSized)
  const best = whole.find(({ status }) => status.aligned) ?? whole[0]
  if (!best && fitting[0]) return signedInPart(fitting[0].signingDomain!)
  const told = best ?? results[0]
  return verdict('dkim', told?.status.result ?? 'none', told?.signingDomain || null)
}

/** What DMARC found, unless it leans on nothing but a signature over a part of the body. */
const believed = ({ status, alignment }: DMARCResult): string =>
  status.result === 'pass' && alignment?.dkim.underSized && !alignment.spf.result ? 'fail' : status.result

const nobodyAnswered: Verdicts = {
  spf: verdict('spf', 'temperror', null),
  dkim: verdict('dkim', 'temperror', null),
  dmarc: verdict('dmarc', 'temperror', null),
}
