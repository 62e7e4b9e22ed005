'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CircleAlert, Download, ListTree } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { refusedWith } from '@/components/api'
import { Button, buttonStyle } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import type { MessageView } from '@/lib/messages/view'
import type { MessageActions } from './actions'
import { Attachments } from './attachments'
import { FileButtons, type Filing } from './file-buttons'
import { HeadersDialog } from './headers-dialog'
import { MessageBody } from './message-body'
import { MessageHead } from './message-head'
import { messageQueries } from './queries'
import { Subject } from './subject'
import { Thread } from './thread'
import { Unmask } from './unmask'
import type { Going } from './use-place'
import { sizeWords, subjectOf } from './words'

interface Props {
  slug: string
  inboxId: string
  id: string
  going: Going
  /** the focus goes to its subject when it opens */
  focused: boolean
  onBack: () => void
  /** what may be done with it; without, it is only read */
  filing: Filing | undefined
  unmask: MessageActions['unmask']
}

/** One message, whole. */
export function MessagePane({ slug, inboxId, id, onBack, ...rest }: Props) {
  const { data: message, error, isPaused, refetch } = useQuery(messageQueries.one(slug, id))
  const gone = refusedWith(error, 'not_found') || (message && message.inboxId !== inboxId)
  return (
    <article aria-label="Message" className="flex min-h-full flex-col gap-4">
      <div className="-ml-3 md:hidden">
        <Button size="sm" look="plain" onClick={onBack}>
          <ArrowLeft aria-hidden />
          Back to the list
        </Button>
      </div>
      {message && !gone ? (
        <Open slug={slug} message={message} {...rest} />
      ) : gone || error || isPaused ? (
        <Callout tone="warning" icon={CircleAlert} role="status">
          <p>
            {gone
              ? 'This message is gone. It was deleted, or it was never here.'
              : 'This message could not be read.'}
          </p>
          {!gone && (
            <Button size="sm" onClick={() => void refetch()}>
              Retry
            </Button>
          )}
        </Callout>
      ) : (
        <div role="status" className="space-y-4">
          <span className="sr-only">Reading the message</span>
          <Skeleton className="h-8 w-3/4" />
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-64 w-full" />
        </div>
      )}
    </article>
  )
}

type OpenProps = Omit<Props, 'inboxId' | 'id' | 'onBack'> & { message: MessageView }

function Open({ slug, message, going, focused, filing, unmask }: OpenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const read = useRef<string>(undefined)
  const [headers, setHeaders] = useState(false)
  const { id, unread } = message
  const base = `/t/${slug}/messages`
  const { isSuccess: threaded } = useQuery(messageQueries.thread(slug, id))

  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [id, focused])
  // What came before it arrives a moment later, and stands above; whoever has read on stays there.
  useEffect(() => {
    const { bottom = 0 } = heading.current?.getBoundingClientRect() ?? {}
    if (threaded && bottom > window.innerHeight) heading.current?.scrollIntoView({ block: 'nearest' })
  }, [id, threaded])
  // Opening reads it, once: whoever marks it as unread while it is open means it.
  useEffect(() => {
    if (read.current === id) return
    read.current = id
    if (unread) filing?.mark(true)
  }, [id, unread, filing])

  return (
    <>
      <Thread slug={slug} message={message} side="earlier" going={going} />
      <header className="space-y-3">
        <Subject ref={heading} text={subjectOf(message)} />
        {filing && <FileButtons folder={message.folder} count={1} marksRead={unread} {...filing} />}
        <MessageHead message={message} />
      </header>
      {message.filesHidden && unmask && <Unmask slug={slug} message={message} unmask={unmask} />}
      <MessageBody key={id} message={message} base={base} />
      <Attachments
        attachments={message.attachments}
        href={`${base}/${id}/attachments`}
        hidden={message.filesHidden}
      />
      <div className="-ml-3 flex flex-wrap items-center gap-1.5">
        <Button size="sm" look="plain" onClick={() => setHeaders(true)}>
          <ListTree aria-hidden />
          Show headers
        </Button>
        {message.filesHidden ? (
          <p className="text-soft ml-3 text-sm">
            The raw message can be downloaded once codes and links are shown.
          </p>
        ) : (
          <a href={`${base}/${id}/raw`} download className={buttonStyle({ size: 'sm', look: 'plain' })}>
            <Download aria-hidden />
            Download raw ({sizeWords(message.size)})
          </a>
        )}
      </div>
      <HeadersDialog slug={slug} id={id} open={headers} onClose={() => setHeaders(false)} />
      <Thread slug={slug} message={message} side="later" going={going} />
    </>
  )
}
