import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useAct } from '@/components/use-act'
import type { SnsSettings } from '@/lib/local/world/types'
import type { TopicSwitches as Change, WriteActions } from '../actions'
import { localQueries } from '../queries'

const LATE_MS = 5_000

const switches: {
  label: string
  means: string
  isOn: (now: SnsSettings) => boolean
  set: (on: boolean) => Change
}[] = [
  {
    label: 'Late',
    means: 'Each message is told of after five seconds.',
    isOn: ({ lateMs }) => lateMs > 0,
    set: (on) => ({ lateMs: on ? LATE_MS : 0 }),
  },
  {
    label: 'Twice',
    means: 'Each message is told of two times, at once.',
    isOn: ({ twice }) => twice,
    set: (twice) => ({ twice }),
  },
  {
    label: 'Out of order',
    means: 'Every other message is overtaken by the next.',
    isOn: ({ outOfOrder }) => outOfOrder,
    set: (outOfOrder) => ({ outOfOrder }),
  },
]

export function TopicSwitches({ change }: { change: WriteActions['changeTopic'] }) {
  const client = useQueryClient()
  const settings = useQuery(localQueries.arrivals()).data?.topic.settings
  const { run, refusal } = useAct(change)
  // One after the other: a switch that is clicked while the last one is still being told has its turn.
  const last = useRef(Promise.resolve())
  const turn = (set: Change) => {
    last.current = last.current.then(async () => {
      await run(set)
      await client.invalidateQueries({ queryKey: localQueries.arrivals().queryKey })
    })
  }
  return (
    <fieldset>
      <legend className="sr-only">How the mail network behaves</legend>
      <ul className="border-line border-t">
        {switches.map(({ label, means, isOn, set }) => (
          <li key={label} className="hairline">
            <label className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3">
              <input
                type="checkbox"
                className="accent-seal size-4"
                checked={settings ? isOn(settings) : false}
                onChange={(event) => turn(set(event.currentTarget.checked))}
              />
              <span className="font-medium">{label}</span>
              <span className="text-soft text-sm">{means}</span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="text-bad min-h-6 text-sm">
        {refusal?.message}
      </p>
    </fieldset>
  )
}
