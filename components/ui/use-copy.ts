import { useEffect, useState } from 'react'
import { copyText } from './clipboard'

export type CopyState = 'idle' | 'copied' | 'failed'

/** Copies and remembers for two seconds that it did. */
export function useCopy() {
  const [state, setState] = useState<CopyState>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (text: string) => setState((await copyText(text)) ? 'copied' : 'failed')
  return { state, copy }
}
