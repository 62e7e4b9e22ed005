import { CircleAlert } from 'lucide-react'
import { Callout } from '@/components/ui/callout'

/** What became of an attempt that led here. */
export function Refused({ words }: { words: string | null }) {
  if (!words) return null
  return (
    <Callout tone="warning" icon={CircleAlert} role="status">
      <p>{words}</p>
    </Callout>
  )
}
