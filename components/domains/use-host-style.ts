import { useState } from 'react'
import { HOST_STYLE_COOKIE, type HostStyle } from './host-style'

const YEAR = 365 * 24 * 3600

/** Remembered in a cookie, so that the server's first paint is already the chosen one. */
export function useHostStyle(initial: HostStyle) {
  const [style, setStyle] = useState(initial)
  const choose = (next: HostStyle) => {
    setStyle(next)
    document.cookie = `${HOST_STYLE_COOKIE}=${next}; path=/; max-age=${YEAR}; samesite=lax`
  }
  return [style, choose] as const
}
