import { Ban, CircleCheck, CirclePause, type LucideIcon } from 'lucide-react'
import { Chip, type Tone } from '@/components/ui/chip'
import type { GrantView } from '@/lib/inboxes/view'

const looks: Record<GrantView['state'], { word: string; tone: Tone; icon: LucideIcon }> = {
  live: { word: 'Live', tone: 'good', icon: CircleCheck },
  suspended: { word: 'Suspended', tone: 'warning', icon: CirclePause },
  revoked: { word: 'Revoked', tone: 'neutral', icon: Ban },
}

export function GrantChip({ state }: { state: GrantView['state'] }) {
  const { word, tone, icon } = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  )
}
