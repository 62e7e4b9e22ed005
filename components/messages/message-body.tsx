'use client'

import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { MessageView } from '@/lib/messages/view'
import { MaskedText } from './masked-text'

type Props = { message: MessageView; base: string }

/**
 * What the message says. Its HTML stands in a frame of an origin of its own, without scripts and without a way back
 * here; what the frame may load is said by the answer that fills it.
 */
export function MessageBody({ message, base }: Props) {
  const [asText, setAsText] = useState(false)
  const [remote, setRemote] = useState(false)
  const { id, hasHtml, hasRemote, masked, filesHidden, text } = message
  const html = hasHtml && !asText
  return (
    <div className={cx('flex min-h-0 flex-col gap-2', html && 'flex-1')}>
      {hasHtml && (
        <div role="group" aria-label="Show as" className="flex gap-1.5">
          <Button
            size="sm"
            look={html ? 'quiet' : 'plain'}
            aria-pressed={html}
            onClick={() => setAsText(false)}
          >
            Formatted
          </Button>
          <Button
            size="sm"
            look={html ? 'plain' : 'quiet'}
            aria-pressed={!html}
            onClick={() => setAsText(true)}
          >
            Text
          </Button>
        </div>
      )}
      {html && hasRemote && !remote && !masked && (
        <div className="bg-sunk flex flex-wrap items-center gap-x-4 gap-y-1.5 rounded-md px-3 py-1.5 text-sm">
          <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
            <ImageOff aria-hidden className="text-soft mt-1 size-4 shrink-0" />
            Remote images are off. Loading them tells the sender that, when and from where you read this.
          </p>
          <Button size="sm" onClick={() => setRemote(true)}>
            Load remote images
          </Button>
        </div>
      )}
      {html ? (
        // White, as the mail was written for: what it colours itself can be read. Its height cannot be known from here.
        <iframe
          key={`${id} ${masked} ${filesHidden} ${remote}`}
          title="Message"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={`${base}/${id}/frame${remote ? '?remote=1' : ''}`}
          className="border-line min-h-[60dvh] w-full flex-1 rounded-md border bg-[#fff] md:min-h-96"
        />
      ) : (
        <MaskedText text={text || 'This message has no text.'} masked={masked} linked={!filesHidden} />
      )}
    </div>
  )
}
