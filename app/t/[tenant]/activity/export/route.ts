import { handleRest } from '@/lib/faces/rest/handle'

type Context = { params: Promise<{ tenant: string }> }

/** A link of a page cannot send a header: this one names the organisation for it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { search, origin } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('letterhead-tenant', (await params).tenant)
  return handleRest(new Request(new URL(`/api/v1/audit/export${search}`, origin), { headers }))
}
