import { useEffect, useState } from 'react'
import { copyText } from './clipboard'

export type CopyState = 'idle' | 'copied' | 'failed'

/** Copies and remembers for two seconds that it did, from the last time on. */
export function useCopy() {
  const [last, setLast] = useState<{ state: CopyState }>({ state: 'idle' })
  useEffect(() => {
    if (last.state === 'idle') return
    const timer = setTimeout(() => setLast({ state: 'idle' }), 2000)
    return () => clearTimeout(timer)
  }, [last])
  const copy = async (text: string) => setLast({ state: (await copyText(text)) ? 'copied' : 'failed' })
  return { state: last.state, copy }
}
