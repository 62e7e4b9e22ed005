import type { Handler, Ses } from '../context'
import { flag } from '../input'

export const MAX_SEND_RATE = 14
export const MAX_24_HOUR_SEND = 50_000
const DAY_MS = 86_400_000
const ONLY = 'account'

export const sendingEnabled = (ses: Ses): boolean => ses.store.accounts.get(ONLY)?.sendingEnabled ?? true
export const sentLastDay = (ses: Ses): number => ses.store.mail.recipientsSince(Date.now() - DAY_MS)

export const getAccount: Handler = (ses) => ({
  DedicatedIpAutoWarmupEnabled: false,
  EnforcementStatus: 'HEALTHY',
  ProductionAccessEnabled: true,
  SendQuota: {
    Max24HourSend: MAX_24_HOUR_SEND,
    MaxSendRate: MAX_SEND_RATE,
    SentLast24Hours: sentLastDay(ses),
  },
  SendingEnabled: sendingEnabled(ses),
  SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
})

export const putAccountSendingAttributes: Handler = (ses, call) => {
  ses.store.accounts.put(ONLY, { sendingEnabled: flag(call.body, 'SendingEnabled') ?? false })
  return {}
}
