import { useEffect, useRef, useState } from 'react'

/** Keys of a list: j and k move, Enter opens (the rows are links), / searches, Escape leaves the search, ? helps. */
export function useListKeys() {
  const list = useRef<HTMLUListElement>(null)
  const [help, setHelp] = useState(false)
  useEffect(() => {
    const keys: Record<string, (event: KeyboardEvent) => void> = {
      j: () => move(list.current, 1),
      k: () => move(list.current, -1),
      '/': focusSearch,
      '?': () => setHelp(true),
    }
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
      if (!event.target.matches('input, textarea, select')) keys[event.key]?.(event)
      else if (event.key === 'Escape') event.target.blur()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return { list, help, closeHelp: () => setHelp(false) }
}

function move(list: HTMLUListElement | null, step: number) {
  const links = [...(list?.querySelectorAll('a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}

function focusSearch(event: KeyboardEvent) {
  const search = document.querySelector<HTMLInputElement>('input[type=search]')
  if (!search) return
  event.preventDefault()
  search.select()
}
