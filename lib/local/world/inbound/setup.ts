import type { Facts } from './trace'

const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION'

/** What a rule writes when it is made, to see whether it may: a message that is none. */
export const SETUP_MESSAGE = Buffer.from(`X-SES-Message: ${SETUP}\r\n\r\nThis bucket is set up.\r\n`)

export const setupFacts = (region: string, host: string): Facts => ({
  id: SETUP,
  from: '',
  to: ['recipient@example.com'],
  at: Date.now(),
  verdict: {
    dkim: [],
    spf: { result: 'none', domain: '', aligned: false },
    dmarc: { result: 'none', policy: null, domain: null },
    signedBy: null,
    mailedBy: null,
  },
  scan: { spam: 'PASS', virus: 'PASS' },
  region,
  host,
  helo: host,
  sourceIp: '127.0.0.1',
})
