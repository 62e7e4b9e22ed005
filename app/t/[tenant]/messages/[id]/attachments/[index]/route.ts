import { fileRoute } from '@/lib/faces/next/file-route'

type Context = { params: Promise<{ tenant: string; id: string; index: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { tenant, id, index } = await params
  return fileRoute(
    request,
    tenant,
    `/messages/${encodeURIComponent(id)}/attachments/${encodeURIComponent(index)}`,
  )
}
