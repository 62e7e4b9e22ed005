import { Ban, CircleCheck, Clock, type LucideIcon } from 'lucide-react'
import { Chip, type Tone } from '@/components/ui/chip'
import type { KeyState } from '@/lib/credentials/view'

const looks: Record<KeyState, { word: string; tone: Tone; icon: LucideIcon }> = {
  live: { word: 'Live', tone: 'good', icon: CircleCheck },
  expired: { word: 'Expired', tone: 'neutral', icon: Clock },
  revoked: { word: 'Revoked', tone: 'neutral', icon: Ban },
}

export function KeyChip({ state }: { state: KeyState }) {
  const { word, tone, icon } = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  )
}
