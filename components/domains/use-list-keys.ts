import { useEffect, useRef } from 'react'

/** Keys of a list: j and k move, Enter opens (the rows are links), / goes to the search, Escape leaves it. */
export function useListKeys() {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (typing) {
        if (event.key === 'Escape') (event.target as HTMLElement).blur()
        return
      }
      if (event.key === 'j') move(list.current, 1)
      else if (event.key === 'k') move(list.current, -1)
      else if (event.key === '/') focusSearch(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return list
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
