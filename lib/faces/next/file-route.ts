import 'server-only'
import { handleRest } from '../rest/handle'

/**
 * A download by a link of a page: that can send no header, so this names the organisation for it. Everything else, who
 * asks included, is the REST face's. `path` is below /api/v1, as it came and still encoded.
 */
export function fileRoute(request: Request, tenant: string, path: string): Promise<Response> {
  const { search, origin } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('letterhead-tenant', tenant)
  return handleRest(
    new Request(new URL(`/api/v1${path}${search}`, origin), { method: request.method, headers }),
  )
}
