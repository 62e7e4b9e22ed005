import { sizeWords } from '@/components/messages/words'
import type { HealthView } from '@/lib/provisioning/health/view'
import { many, type Finding } from './finding'

const percent = (share: number) => `${Math.floor(share * 100)} %`

/** What is kept of mail that was accepted where nobody could refuse it, of how much of that may be, and what was not. */
export function keptFindings({ held, stray }: HealthView['kept']): Finding[] {
  const each = `${held.messagesEach.toLocaleString('en')} messages or ${sizeWords(held.bytesEach)}`
  const most = `${stray.mostMessages.toLocaleString('en')} messages or ${sizeWords(stray.mostBytes)}`
  return [
    held.messages > 0
      ? {
          good: held.fullest < 1 && held.unkept === 0,
          text: `${many(held.messages, 'message')}, ${sizeWords(held.bytes)}, of ${many(held.tenants, 'organisation')} ${held.messages === 1 ? 'is' : 'are'} held for want of room. One may have ${each} held: the fullest has ${percent(held.fullest)} of that.`,
        }
      : { good: true, text: 'No mail is held for want of room.' },
    ...(held.unkept > 0
      ? [
          {
            good: false,
            text: `${many(held.unkept, 'message')} in the last seven days ${held.unkept === 1 ? 'was' : 'were'} accepted and not kept, as no more may be held. Who wrote to whom is found by looking for mail; the mail network keeps its copies as long as its bucket says.`,
            href: '/support/mail',
          },
        ]
      : []),
    stray.messages > 0
      ? {
          good: stray.unkept === 0,
          text: `${many(stray.messages, 'message', 'wait')} for nobody we know, ${sizeWords(stray.bytes)} in all. At most ${most} are kept.`,
          href: '/admin/stray',
        }
      : { good: true, text: 'No mail came for nobody we know.' },
    ...(stray.unkept > 0
      ? [
          {
            good: false,
            text: `${many(stray.unkept, 'message')} for nobody we know ${stray.unkept === 1 ? 'was' : 'were'} not kept in the last seven days, as there was as much as is kept. The mail network keeps its copies as long as its bucket says.`,
          },
        ]
      : []),
  ]
}
