import 'server-only'
import type { NextRequest } from 'next/server'
import { changedSince } from '@/lib/domains/changed-since'
import { isMemberBySession } from '@/lib/accounts/platform'
import { SECOND } from '@/lib/kernel/clock'
import { liveFeed, type Change } from '@/lib/kernel/live'
import { cookies } from 'next/headers'
import { sessionCookie } from './cookie'
import { memberOf } from './session'

const BEAT = 10 * SECOND

/**
 * Server-sent events of one tenant: ids only, read again by the browser as itself. A stream resumes from the time it
 * last heard (`Last-Event-ID`), ends when the session ends, and says nothing of other tenants.
 */
export async function live(request: NextRequest): Promise<Response> {
  const caller = await memberOf(request.nextUrl.searchParams.get('tenant') ?? '')
  const token = (await cookies()).get(sessionCookie())?.value
  if (!caller || !token) return Response.json({ error: { code: 'not_found' } }, { status: 404 })
  const missed = await changedSince(caller, request.headers.get('last-event-id'))

  const encoder = new TextEncoder()
  let end: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      const tell = (noun: string, id: string) =>
        say(`id: ${Date.now()}\nevent: change\ndata: ${JSON.stringify({ noun, id })}\n\n`)
      const onChange = (change: Change) => {
        if (change.tenantId === caller.tenantId && change.noun !== 'due') tell(change.noun, change.id)
      }
      // Some changes may have been missed: the browser reads everything again.
      const onLost = () => tell('*', '*')
      const beat = setInterval(() => {
        void isMemberBySession(token, caller.tenantId).then((still) => {
          if (still) return say(': still here\n\n')
          say('event: bye\ndata: {}\n\n')
          end()
        }, onLost)
      }, BEAT)
      end = () => {
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
