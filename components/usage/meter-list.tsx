import type { UsageView } from '@/lib/usage/view'
import { Meter } from './meter'

/** Every limit of an organisation, one below the other. */
export function MeterList({ usage }: { usage: UsageView }) {
  return (
    <ul className="border-line border-t">
      {usage.meters.map((meter) => (
        <Meter key={meter.name} meter={meter} nextPlan={usage.nextPlan} />
      ))}
    </ul>
  )
}
