import { useEffect, useRef, useState } from 'react'
import type { DomainView } from '@/lib/domains/view'
import { news } from './announce'

const BATCH = 700

/** Tells screen readers what changed, once, politely, several changes in one sentence. */
export function Announcer({ domain }: { domain: DomainView }) {
  const [said, setSaid] = useState('')
  const told = useRef(domain)
  useEffect(() => {
    if (told.current === domain) return
    const timer = setTimeout(() => {
      const text = news(told.current, domain)
      told.current = domain
      if (text) setSaid(text)
    }, BATCH)
    return () => clearTimeout(timer)
  }, [domain])
  return (
    <p role="status" data-announcer className="sr-only">
      {said}
    </p>
  )
}
