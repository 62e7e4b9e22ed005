import {
  BadgeCheck,
  CircleDashed,
  CircleOff,
  CirclePause,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { Chip, type Tone } from '@/components/ui/chip'
import type { InboxView } from '@/lib/inboxes/view'

type Look = { tone: Tone; icon: LucideIcon; word: string }

const states: Record<InboxView['state'], Look | null> = {
  open: null,
  suspended: { tone: 'warning-solid', icon: CirclePause, word: 'Suspended' },
  closed: { tone: 'neutral', icon: CircleOff, word: 'Closed' },
}

const receiving: Record<InboxView['receiving'], Look> = {
  ready: { tone: 'good-solid', icon: BadgeCheck, word: 'Ready to receive' },
  pending: { tone: 'neutral', icon: CircleDashed, word: 'Not receiving yet' },
  lost: { tone: 'warning-solid', icon: TriangleAlert, word: 'Receiving lost' },
  off: { tone: 'neutral', icon: CircleOff, word: 'Receiving is off' },
  no_domain: { tone: 'warning', icon: TriangleAlert, word: 'Its domain is gone' },
}

/** Whether it is open, and while it is, whether mail comes in. */
export function InboxChips({ inbox }: { inbox: Pick<InboxView, 'state' | 'receiving'> }) {
  const { tone, icon, word } = states[inbox.state] ?? receiving[inbox.receiving]
  return (
    <Chip tone={tone} icon={icon} data-inbox-state={inbox.state}>
      {word}
    </Chip>
  )
}
