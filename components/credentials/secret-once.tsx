'use client'

import { KeyRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'

interface Props {
  name: string
  secret: string
  /** what it is called where it was made */
  word?: 'secret' | 'token'
}

/** A secret at the one moment it can be seen. */
export function SecretOnce({ name, secret, word = 'secret' }: Props) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Callout tone="good" icon={KeyRound}>
      <p ref={heading} tabIndex={-1} className="font-medium outline-none">
        The {word} of {name}
      </p>
      <p data-secret className="pasted select-all">
        {secret}
      </p>
      <CopyButton text={secret}>Copy {word}</CopyButton>
      <p className="text-soft text-sm">
        It is not shown again. Put it where your program keeps its secrets, and nowhere else.
      </p>
    </Callout>
  )
}
