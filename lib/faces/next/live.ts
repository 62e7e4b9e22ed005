import 'server-only'
import { liveStream } from '../live'
import { ADDRESS_HEADER } from '../address'
import { randomUUID } from 'node:crypto'
import { sessionCookie } from '../session-cookie'

/** The event stream of a browser's session: see faces/live.ts. */
export function live(request: Request): Promise<Response> {
  return liveStream(request, sessionCookie(), {
    door: 'web',
    requestId: randomUUID(),
    address: request.headers.get(ADDRESS_HEADER),
  })
}
