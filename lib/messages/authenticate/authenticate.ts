import { authenticate, type AuthenticateResult } from 'mailauth'
import type { Readable } from 'node:stream'
import { SECOND } from '@/lib/kernel/clock'
import { log } from '@/lib/kernel/log'
import type { Verdicts } from '../view'
import { resolveForMail } from './mail-resolver'
import { verdict } from './words'

const PATIENCE = 5 * SECOND

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
export async function verdictsOf(open: () => Promise<Readable>, origin: Origin): Promise<Verdicts> {
  const source = await open()
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null)
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
  const passing = dkim.results.filter((one) => one.status.result === 'pass')
  const signature = passing.find((one) => one.status.aligned) ?? passing[0] ?? dkim.results[0]
  const sender = (spf && spf.domain) || envelopeFrom.split('@').at(-1) || helo
  const from = dmarc ? (dmarc.policyDomain ?? dmarc.domain ?? null) : null
  return {
    spf: verdict('spf', (spf && spf.status.result) || 'none', sender),
    dkim: verdict('dkim', signature?.status.result ?? 'none', signature?.signingDomain || null),
    dmarc: verdict('dmarc', (dmarc && dmarc.status.result) || 'none', from),
  }
}

const nobodyAnswered: Verdicts = {
  spf: verdict('spf', 'temperror', null),
  dkim: verdict('dkim', 'temperror', null),
  dmarc: verdict('dmarc', 'temperror', null),
}
