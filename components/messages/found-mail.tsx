'use client'

import { CircleHelp, CircleX, Inbox, OctagonAlert, ShieldAlert, Trash2, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { Open } from '@/components/tenants/open-tenant'
import { Button, buttonStyle } from '@/components/ui/button'
import { Chip, type Tone } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { ExactTime } from '@/components/ui/exact-time'
import { useAct } from '@/components/use-act'
import type { MailTrace } from '@/lib/messages/find/view'
import { doorOf } from './door-of'
import type { Finding } from './kept-find'
import { noTrace, subjectOf } from './words'

interface Props extends Finding {
  open: Open
  busy: boolean
  onOlder: () => void
}

/** What became of it, newest first. */
export function FoundMail({ items, older, asked, open, busy, onOlder }: Props) {
  const { by, reason, sender } = asked
  return (
    <section aria-label="Found mail" className="mt-10">
      <p role="status" className="text-soft mb-3 text-sm">
        {items.length === 0
          ? 'Nothing found.'
          : `${items.length.toLocaleString('en')}${older ? ' newest. There are older ones.' : ' found.'}`}
      </p>
      {items.length === 0 ? (
        <EmptyState title="No trace of such mail">
          {noTrace[by === 'recipient' && sender ? 'both' : by]}
        </EmptyState>
      ) : (
        <ul className="border-line border-t">
          {items.map((trace, at) => (
            <Trace key={trace.id ?? at} trace={trace} reason={reason} open={open} />
          ))}
        </ul>
      )}
      {older && (
        <Button size="sm" className="mt-4" busy={busy} onClick={onOlder}>
          Show older
        </Button>
      )}
    </section>
  )
}

interface TraceProps {
  trace: MailTrace
  /** what it was looked for, and what opens it */
  reason: string
  open: Open
}

function Trace({ trace, reason, open }: TraceProps) {
  const { tone, icon, word } = fateOf(trace)
  return (
    <li
      data-trace={trace.kind}
      className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0 space-y-1 [overflow-wrap:anywhere]">
        <h2 className="flex flex-wrap items-center gap-2 font-medium">
          {trace.subject === null ? unread(trace) : subjectOf({ subject: trace.subject })}
          <Chip tone={tone} icon={icon}>
            {word}
          </Chip>
        </h2>
        <p className="text-soft text-sm">
          From <bdi>{trace.from || 'nobody (a bounce)'}</bdi> to <bdi>{trace.recipient}</bdi>,{' '}
          <ExactTime at={trace.at} />
          {trace.tenant && (
            <>
              , at {trace.tenant.name} (<span className="pasted">{trace.tenant.slug}</span>)
            </>
          )}
        </p>
        {trace.says.map((says, at) => (
          <p key={at} className="text-sm">
            {says}
          </p>
        ))}
      </div>
      <OpenTrace trace={trace} reason={reason} open={open} />
    </li>
  )
}

/** Opens an access to its customer, for the reason that it was looked for, and goes there; to stray mail the way is free. */
function OpenTrace({ trace, reason, open }: TraceProps) {
  const router = useRouter()
  const { run, busy, refusal } = useAct(open)
  const door = doorOf(trace)
  if (!door) return null
  if (door.to === 'members')
    return <p className="text-soft text-sm sm:text-right">Read by the members of {door.name} only.</p>
  if (door.to === 'stray')
    return (
      <Link
        href={door.href}
        className={buttonStyle({ size: 'sm', className: 'self-start justify-self-start' })}
      >
        Open stray mail
      </Link>
    )
  const { slug, name, href } = door
  const go = async () => {
    if ((await run({ tenant: slug, reason }))?.ok) router.push(href)
  }
  return (
    <div className="space-y-1 sm:text-right">
      <Button
        size="sm"
        busy={busy}
        onClick={() => void go()}
        aria-label={`Open in ${name}: ${subjectOf({ subject: trace.subject ?? '' })}`}
      >
        Open in {name}
      </Button>
      <p role="status" className="text-bad text-sm">
        {refusal?.message}
      </p>
    </div>
  )
}

const unread = ({ kind }: MailTrace) =>
  kind === 'dropped' ? 'Not kept' : kind === 'stray' ? 'Kept for admins' : 'Turned away unread'

type Fate = { tone: Tone; icon: LucideIcon; word: string }

const fates: Record<NonNullable<MailTrace['folder']>, Fate> = {
  inbox: { tone: 'good', icon: Inbox, word: 'Delivered to the inbox' },
  spam: { tone: 'warning', icon: OctagonAlert, word: 'In spam' },
  quarantine: { tone: 'warning', icon: ShieldAlert, word: 'Held in quarantine' },
  trash: { tone: 'neutral', icon: Trash2, word: 'Delivered, and moved to trash' },
}

function fateOf({ kind, folder }: MailTrace): Fate {
  if (kind === 'refused') return { tone: 'bad', icon: CircleX, word: 'Refused at the door' }
  if (kind === 'dropped') return { tone: 'bad', icon: CircleX, word: 'Accepted, and not kept' }
  if (kind === 'stray') return { tone: 'neutral', icon: CircleHelp, word: 'For nobody we know' }
  return fates[folder ?? 'inbox']
}
