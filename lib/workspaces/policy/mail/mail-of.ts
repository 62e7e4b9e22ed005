import { z } from 'zod'
import { mailNames, mailPolicyView, type MailPolicyView } from './view'

/** What a workspace says of mail when nobody said anything: the defaults of its columns. */
export const defaultMail: MailPolicyView = {
  spamSensitivity: 'medium',
  blockedTypes: [
    ...[
      'bat',
      'cmd',
      'com',
      'cpl',
      'exe',
      'hta',
      'jar',
      'js',
      'jse',
      'lnk',
      'msi',
      'pif',
      'ps1',
      'scr',
      'vbe',
      'vbs',
    ],
    'wsf',
  ],
  allowedSenders: [],
  blockedSenders: [],
  rules: [],
  poolsFreeTenants: false,
  supportSwitchesProtocols: false,
}

/** Out of a workspace’s row, or of the facts of another time: what was not there then was as it is by default. */
export function mailOf(facts: unknown): MailPolicyView {
  const known = z.record(z.string(), z.unknown()).safeParse(facts).data ?? {}
  return Object.fromEntries(
    mailNames.map((name) => {
      const read = mailPolicyView.shape[name].safeParse(known[name])
      return [name, read.success ? read.data : defaultMail[name]]
    }),
  ) as MailPolicyView
}
