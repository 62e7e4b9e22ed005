import { useEffect, useEffectEvent } from 'react'
import { commandOf, type Command, type Focus } from './keys'

/** The keys of an inbox, wherever on its page the focus is. A dialog keeps its keys to itself, and so does a frame. */
export function useMailKeys(run: (command: Exclude<Command, 'leave'>) => void) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof HTMLElement)) return
    // A dialog that is closed holds the focus until the next frame is drawn.
    if (target.closest('dialog[open]')) return
    const command = commandOf(event, focusOf(target), target.closest('[role=grid]') !== null)
    if (command === null) return
    if (command === 'leave') return target.blur()
    event.preventDefault()
    run(command)
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function focusOf(target: HTMLElement): Focus {
  if (target.matches('input:not([type=checkbox]), textarea, select')) return 'field'
  return target.matches('a, button, summary, input') ? 'control' : 'page'
}
