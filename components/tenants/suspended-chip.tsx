import { CirclePause } from 'lucide-react'
import { Chip } from '@/components/ui/chip'

export function SuspendedChip() {
  return (
    <Chip tone="bad" icon={CirclePause}>
      Suspended
    </Chip>
  )
}
