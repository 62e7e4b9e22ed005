import { z } from 'zod'
import { foldEnding } from './endings'
import { rulesInput } from './rules'
import { foldSender, isShared } from './senders'
import { bounds, mailPolicyView, type MailPolicyView } from './view'

const shown = (typed: string) => (typed.length > 60 ? `${typed.slice(0, 60)}…` : typed)

/** Each entry folded and once, in order; the first that cannot be folded is told by name at its list. */
const listOf = (most: number, fold: (typed: string) => string | null, says: string) =>
  z
    // Empty lines and doubles are not counted, but what is sent is bounded before it is read.
    .array(z.string().max(400))
    .max(most * 2)
    .transform((typed, context) => {
      const folded = typed.filter((one) => one.trim() !== '').map((one) => [one, fold(one)] as const)
      const wrong = folded.find(([, entry]) => entry === null)
      const entries = [...new Set(folded.map(([, entry]) => entry ?? ''))].toSorted()
      if (wrong) context.addIssue({ code: 'custom', message: `“${shown(wrong[0])}” ${says}` })
      else if (entries.length > most)
        context.addIssue({ code: 'custom', message: `At most ${most.toLocaleString('en')} entries.` })
      return entries
    })

const senderForms = 'is no sender. Write ann@acme.com, acme.com, or *.acme.com for all below it.'

/** What a policy is to say of mail: a field left out stays as it is, a list is all of it. */
export const mailInput = z
  .strictObject({
    spamSensitivity: mailPolicyView.shape.spamSensitivity,
    blockedTypes: listOf(
      bounds.endings,
      foldEnding,
      `is no ending of a file’s name. Write exe, without the dot, up to ${bounds.ending} characters.`,
    ),
    allowedSenders: listOf(bounds.senders, foldSender, senderForms).refine((list) => !list.some(isShared), {
      message: 'A name that many owners share lets strangers in. Allow one of its owners.',
    }),
    blockedSenders: listOf(bounds.senders, foldSender, senderForms),
    rules: rulesInput,
    poolsFreeTenants: z.boolean(),
    supportSwitchesProtocols: z.boolean(),
  })
  .partial()
  .transform((mail) => mail as Partial<MailPolicyView>)
