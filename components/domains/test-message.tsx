import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useRef } from 'react'
import { usePollInterval } from '@/components/live/status'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'
import { sendQueries } from './queries'
import { SentList } from './sent-list'

interface Props {
  slug: string
  domain: DomainView
  send: NonNullable<DomainActions['sendTest']> | undefined
  recipient: string
  mailboxHref: string | undefined
}

export function TestMessage({ slug, domain, send, recipient, mailboxHref }: Props) {
  const sends = useQuery({ ...sendQueries.list(slug, domain.id), refetchInterval: usePollInterval() })
  if (!send && !sends.data?.items.length) return null
  return (
    <section aria-labelledby="test-message" className="mt-10">
      <h2 id="test-message" className="text-lg font-medium">
        {send ? 'See it in an inbox' : 'Test messages'}
      </h2>
      {send && <SendTest slug={slug} domain={domain} send={send} recipient={recipient} />}
      <SentList sends={sends.data?.items ?? []} mailboxHref={mailboxHref} />
    </section>
  )
}

type SendProps = Pick<Props, 'slug' | 'domain' | 'recipient'> & { send: NonNullable<Props['send']> }

function SendTest({ slug, domain, send, recipient }: SendProps) {
  const client = useQueryClient()
  const { run, busy, refusal } = useAct(send)
  const key = useRef<string>(undefined)

  const post = async () => {
    // The same key until an answer came: a lost answer never sends twice.
    key.current ??= crypto.randomUUID()
    const outcome = await run({ domainId: domain.id, idempotencyKey: key.current })
    if (!outcome) return
    key.current = undefined
    await client.invalidateQueries({ queryKey: sendQueries.list(slug, domain.id).queryKey })
  }

  return (
    <>
      <p className="text-soft mb-4 max-w-prose">
        One short message to you, <span className="text-ink [overflow-wrap:anywhere]">{recipient}</span>, as
        your customers would get it. {domain.state !== 'ready' && domain.sender.reason}
      </p>
      <Button look={domain.state === 'ready' ? 'primary' : 'quiet'} busy={busy} onClick={post}>
        <Send aria-hidden />
        Send a test message
      </Button>
      <p role="status" className="text-bad mt-2 min-h-6 text-sm">
        {refusal?.message}
      </p>
    </>
  )
}
