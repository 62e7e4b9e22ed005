import type { Caller, Door } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import type { Permission } from '@/lib/kernel/permissions'
import { ADDRESS_HEADER } from '../address'
import { askerByBearer, askerBySession, callerFor, type Arriving, type Asker } from '../callers'
import { cookieIn } from '../cookies'
import { isSameOrigin } from '../same-origin'
import { sessionCookie } from '../session-cookie'

export type Known = Exclude<Asker, { kind: 'nobody' }>

/** Whoever sent a request, by what they showed. `byCookie`: a browser did it for them. */
export interface Who {
  asker: Known
  byCookie: boolean
  tenant: string | null
  how: Arriving
}

export const addressIn = (request: Request): string | null => request.headers.get(ADDRESS_HEADER)

/** Two ways in, and the header wins: a wrong key is never taken for a browser's cookie. @throws AppError not_signed_in */
export async function whoAsks(request: Request, requestId: string): Promise<Who> {
  const tenant = tenantIn(request)
  const address = addressIn(request)
  const header = request.headers.get('authorization')
  const asker =
    header === null
      ? await askerBySession(cookieIn(request.headers, sessionCookie()))
      : await askerByBearer(bearerIn(header), tenant, address)
  if (asker.kind === 'nobody') throw new AppError('not_signed_in')
  const byCookie = header === null
  return { asker, byCookie, tenant, how: { door: doorOf(request, asker, byCookie), requestId, address } }
}

/** @throws AppError forbidden, when a cookie came along with what another site's page sent */
export function callerOf(
  request: Request,
  { asker, byCookie, tenant, how }: Who,
  permission: Permission,
): Caller {
  if (byCookie && !['GET', 'HEAD'].includes(request.method) && !isSameOrigin(request))
    throw new AppError('forbidden', { next: 'A browser may send this from our own pages only.' })
  return callerFor(asker, permission, tenant, how)
}

/** RFC 6750 2.1, RFC 9110 11.1: the scheme's case does not matter. */
function bearerIn(header: string): string {
  const token = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header)?.[1]
  if (!token) throw new AppError('not_signed_in')
  return token
}

/** A slug or an id; what is longer is neither. */
const tenantIn = (request: Request): string | null =>
  request.headers.get('letterhead-tenant')?.slice(0, 64) || null

function doorOf(request: Request, asker: Known, byCookie: boolean): Door {
  if (byCookie) return 'web'
  const isCli = asker.kind === 'person' || request.headers.get('user-agent')?.startsWith('letterhead-cli/')
  return isCli ? 'cli' : 'api'
}
