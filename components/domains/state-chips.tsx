import {
  BadgeCheck,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Hourglass,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { Chip, type Tone } from '@/components/ui/chip'
import type { DomainSummary, RecordView } from '@/lib/domains/view'
import { verdictWord } from './words'

type Look = { tone: Tone; icon: LucideIcon; word: string }

const states: Record<DomainSummary['state'], Look> = {
  provisioning: { tone: 'waiting', icon: Hourglass, word: 'Being prepared' },
  pending: { tone: 'neutral', icon: CircleDashed, word: 'Waiting for records' },
  verifying: { tone: 'waiting', icon: Hourglass, word: 'Waiting for confirmation' },
  ready: { tone: 'good-solid', icon: BadgeCheck, word: 'Ready to send' },
  degraded: { tone: 'warning-solid', icon: TriangleAlert, word: 'Record lost' },
  failed: { tone: 'bad', icon: CircleX, word: 'Stopped looking' },
  deleting: { tone: 'neutral', icon: Hourglass, word: 'Deleting' },
}

const receiving: Record<DomainSummary['receiving'], Look | null> = {
  off: null,
  pending: { tone: 'neutral', icon: CircleDashed, word: 'Not receiving yet' },
  ready: { tone: 'good-solid', icon: BadgeCheck, word: 'Ready to receive' },
  lost: { tone: 'warning-solid', icon: TriangleAlert, word: 'Receiving lost' },
}

export function StateChips({ domain }: { domain: Pick<DomainSummary, 'state' | 'receiving'> }) {
  const sending = states[domain.state]
  const incoming = domain.state === 'deleting' ? null : receiving[domain.receiving]
  return (
    <span className="flex flex-wrap gap-2">
      <Chip tone={sending.tone} icon={sending.icon}>
        {sending.word}
      </Chip>
      {incoming && (
        <Chip tone={incoming.tone} icon={incoming.icon}>
          {incoming.word}
        </Chip>
      )}
    </span>
  )
}

const verdicts: Record<RecordView['verdict'], Omit<Look, 'word'>> = {
  unknown: { tone: 'neutral', icon: CircleHelp },
  missing: { tone: 'neutral', icon: CircleDashed },
  mismatch: { tone: 'warning', icon: TriangleAlert },
  found: { tone: 'good', icon: CircleCheck },
}

/** `looking`: we really ask DNS every second or two right now. */
export function VerdictChip({ record, looking }: { record: RecordView; looking: boolean }) {
  const { tone, icon } = verdicts[record.verdict]
  return (
    <Chip
      tone={tone}
      icon={icon}
      busy={looking && record.verdict === 'missing'}
      data-verdict={record.verdict}
    >
      {verdictWord(record)}
    </Chip>
  )
}
