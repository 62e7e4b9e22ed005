'use client'

import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import { useAct } from '@/components/use-act'
import type { DeviceView } from '@/lib/accounts/devices/view'

type Answer = 'approved' | 'denied'
type Props = { device: DeviceView; answer: (answer: Answer) => Promise<Outcome<null>> }

/** Which machine asks, under which code, and the two answers. */
export function DeviceAnswer({ device, answer }: Props) {
  const [given, setGiven] = useState<Answer>()
  const { run, busy, refusal } = useAct(answer)
  const say = async (what: Answer) => {
    const outcome = await run(what)
    if (outcome?.ok) setGiven(what)
  }
  if (given)
    return (
      <p role="status" className="[overflow-wrap:anywhere]">
        {given === 'approved'
          ? `The command line on ${device.label} is signed in. You can close this page.`
          : `The command line on ${device.label} was not let in.`}
      </p>
    )
  return (
    <>
      <dl className="border-line grid w-full grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-y py-4">
        <dt className="text-soft">Code</dt>
        <dd className="font-mono">{device.code}</dd>
        <dt className="text-soft">Machine</dt>
        <dd className="[overflow-wrap:anywhere]">{device.label}</dd>
        <dt className="text-soft">Address</dt>
        <dd className="[overflow-wrap:anywhere]">{device.address ?? 'not known'}</dd>
        <dt className="text-soft">Asked</dt>
        <dd>
          <RelativeTime at={device.askedAt} />
        </dd>
      </dl>
      <p className="text-soft">
        Approve only when you started this yourself and the code is the one your command line shows. It can
        then do everything that you can, for ninety days.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} onClick={() => say('approved')}>
          Approve
        </Button>
        <Button busy={busy} onClick={() => say('denied')}>
          Decline
        </Button>
      </div>
      <p role="status" className="text-bad text-sm">
        {refusal?.message}
      </p>
    </>
  )
}
