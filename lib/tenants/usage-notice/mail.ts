import { markOf, oneLine } from '@/lib/accounts/invites/invite-text'
import type { Environment } from '@/lib/kernel/db/client'
import { HELD_BYTES, HELD_MESSAGES } from '@/lib/usage/held'
import type { MeterView, UsageView } from '@/lib/usage/view'
import { againWords, amountWords, moreWords, shareWords } from '@/lib/usage/words'

interface About {
  organisation: string
  environment: Environment
  meter: MeterView
  nextPlan: UsageView['nextPlan']
  link: string
}

/** What owners read when their organisation is close to a limit, or at it. */
export function usageMail({ organisation, environment, meter, nextPlan, link }: About) {
  const who = oneLine(organisation)
  const what = meter.label.toLowerCase()
  const paragraphs = [
    `${who} has ${stateWords(meter)}.`,
    [nextWords(meter), againWords(meter), moreWords(meter, nextPlan)].filter(Boolean).join(' '),
    `All limits and what is used of them: ${link}`,
  ]
  return {
    subject: `${markOf(environment)}${who} ${meter.level === 'full' ? 'has reached' : 'is close to'} a limit: ${what}`,
    text: paragraphs.filter(Boolean).join('\n\n'),
  }
}

function stateWords({ window, used, limit, unit }: MeterView): string {
  const share = shareWords(used, limit!, unit)
  return window === 'always' ? share : `used ${share} of this ${window}`
}

function nextWords({ level, window, used, limit, unit }: MeterView): string {
  if (level !== 'full') return ''
  if (window !== 'always') return 'What needs more is refused for now.'
  if (unit === 'bytes') {
    const why = used < limit! ? 'Mail came that did not fit into what is left. ' : ''
    const held = `${amountWords(HELD_BYTES, unit)} or ${amountWords(HELD_MESSAGES, 'messages')}`
    return `${why}Nothing is taken away; mail that comes is refused until some was deleted, by retention or by hand. What could not be refused is held in quarantine, up to ${held}, and not kept beyond that.`
  }
  return used > limit!
    ? 'Nothing is taken away; another one is refused until there are fewer.'
    : 'Another one is refused until there is room.'
}
