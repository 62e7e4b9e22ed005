import type { Verdict } from '../types'
import { summarize } from '../control/verdict-summary'
import { domainOf } from '../ses/send/addresses'
import type { Scan } from './scan'

/** What the mail network knows of a message it took in. */
export interface Facts {
  id: string
  /** envelope sender; empty for a bounce */
  from: string
  /** envelope recipients, of those accepted */
  to: string[]
  at: number
  verdict: Verdict
  scan: Scan
  region: string
  /** the server that took it */
  host: string
  helo: string
  sourceIp: string
}

/** The message with what SES puts on top of it. */
export function withTrace(raw: Buffer, facts: Facts): Buffer {
  const { id, from, to, at, verdict, scan, host, helo, sourceIp } = facts
  const { spf, dkim, dmarc } = summarize(verdict)
  const found = verdict.dkim.map((one) => ` dkim=${one.result} header.i=@${one.domain};\r\n`).join('')
  const lines = [
    `Return-Path: <${from}>`,
    `Received: from ${helo} (${helo} [${sourceIp}])\r\n by ${host} with SMTP id ${id}\r\n for ${to[0]};\r\n ${rfcDate(at)}`,
    `X-SES-Spam-Verdict: ${scan.spam}`,
    `X-SES-Virus-Verdict: ${scan.virus}`,
    `Received-SPF: ${spf} (spfCheck: domain of ${domainOf(from) || helo}) client-ip=${sourceIp}; envelope-from=${from}; helo=${helo};`,
    `Authentication-Results: amazonses.com;\r\n spf=${spf} smtp.mailfrom=${from};\r\n${found || ` dkim=${dkim};\r\n`} dmarc=${dmarc} header.from=${verdict.dmarc.domain ?? ''};`,
  ]
  return Buffer.concat([Buffer.from(lines.map((line) => `${line}\r\n`).join('')), raw])
}

const rfcDate = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000 (UTC)')
