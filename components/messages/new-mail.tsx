import { useEffect, useRef, useState } from 'react'
import type { MessageSummary } from '@/lib/messages/view'
import { newsOf } from './news'

// What comes within a breath is told in one.
const BATCH = 700

/** Tells screen readers what came, once and politely. */
export function NewMail({ messages }: { messages: MessageSummary[] }) {
  const [said, say] = useState('')
  const told = useRef(messages)
  useEffect(() => {
    if (told.current === messages) return
    const timer = setTimeout(() => {
      const text = newsOf(told.current, messages)
      told.current = messages
      if (text) say(text)
    }, BATCH)
    return () => clearTimeout(timer)
  }, [messages])
  return (
    <p role="status" data-announcer className="sr-only">
      {said}
    </p>
  )
}
