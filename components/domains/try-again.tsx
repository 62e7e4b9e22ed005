import { useClock } from '@/components/ui/clock-provider'
import { span } from '@/components/ui/time-words'

/** When we look again after a look that got no answer. */
export function TryAgain({ at }: { at: string }) {
  const { now } = useClock()
  const left = Date.parse(at) - now
  return left > 2000 ? `We try again in ${span(left)}` : 'We keep trying'
}
