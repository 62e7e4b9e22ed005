import { useRef, useState } from 'react'
import type { Refusal } from '@/lib/kernel/errors'
import type { Outcome } from './outcome'

const unreachable: Refusal = {
  code: 'unavailable',
  message: 'We could not reach the server. Check your connection and try again; nothing is done twice.',
}

/** Runs a server action once at a time and keeps its refusal, also when the network fails. */
export function useAct<A extends unknown[], T>(act: (...input: A) => Promise<Outcome<T>>) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const running = useRef(false)

  async function run(...input: A): Promise<Outcome<T> | undefined> {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setRefusal(undefined)
    const outcome = await act(...input).catch(() => undefined)
    running.current = false
    setBusy(false)
    if (!outcome?.ok) setRefusal(outcome?.error ?? unreachable)
    return outcome
  }
  return { run, busy, refusal, setRefusal }
}
