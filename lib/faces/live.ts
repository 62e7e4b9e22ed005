import { changedSince } from '@/lib/domains/changed-since'
import { mayStay } from '@/lib/accounts/platform'
import { SECOND } from '@/lib/kernel/clock'
import { AppError } from '@/lib/kernel/errors'
import { feedBegun, liveFeed, type Change } from '@/lib/kernel/live'
import type { MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import { askerBySession, inTenant, type Arriving } from './callers'
import { cookieIn } from './cookies'

const BEAT = 10 * SECOND

/**
 * Server-sent events of one tenant: ids only, read again by the browser as itself. A stream resumes from the time it
 * last heard (`Last-Event-ID`), ends when the session ends, and says nothing of other tenants.
 */
export async function liveStream(request: Request, cookie: string, how: Arriving): Promise<Response> {
  const token = cookieIn(request.headers, cookie)
  const tenant = new URL(request.url).searchParams.get('tenant')
  const caller = token && (await callerOf(token, tenant, how))
  if (!caller) return Response.json({ error: { code: 'not_found' } }, { status: 404 })
  // What changes from here on is heard, also by the first stream of a process.
  await feedBegun()
  const missed = await changedSince(caller, request.headers.get('last-event-id'))

  const encoder = new TextEncoder()
  let end: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false
      // A question under way may be answered after the end.
      const say = (text: string): void => {
        if (!isOver) controller.enqueue(encoder.encode(text))
      }
      const tell = (noun: string, id: string) =>
        say(`id: ${Date.now()}\nevent: change\ndata: ${JSON.stringify({ noun, id })}\n\n`)
      // Some changes may have been missed: the browser reads everything again.
      const onLost = () => tell('*', '*')
      const look = () =>
        void mayStay(token, caller.tenantId).then((still) => {
          if (still) return say(': still here\n\n')
          say('event: bye\ndata: {}\n\n')
          end()
        }, onLost)
      const onChange = (change: Change) => {
        if (change.tenantId !== caller.tenantId || change.noun === 'due') return
        // Somebody may have been shown the door just now: whoever listens, perhaps.
        if (change.noun === 'members' || change.noun === 'audit') look()
        tell(change.noun, change.id)
      }
      const beat = setInterval(look, BEAT)
      end = () => {
        isOver = true
        clearInterval(beat)
        liveFeed().off('change', onChange)
        liveFeed().off('lost', onLost)
        try {
          controller.close()
        } catch {
          // The browser has closed it already.
        }
      }
      liveFeed().on('change', onChange)
      liveFeed().on('lost', onLost)
      request.signal.addEventListener('abort', end)
      // A browser may have left while we looked who it is: that was told before anybody listened.
      if (request.signal.aborted) return end()
      say(`retry: 2000\nid: ${Date.now()}\n\n`)
      for (const id of missed) tell('domains', id)
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

async function callerOf(token: string, tenant: string | null, how: Arriving) {
  const asker = await askerBySession(token)
  if (asker.kind !== 'person') return null
  try {
    return inTenant(asker, tenant, how) as MemberCaller | VisitorCaller
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
