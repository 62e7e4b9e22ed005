import { messageFrame } from '@/lib/faces/next/message-frame'

type Context = { params: Promise<{ tenant: string; id: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { tenant, id } = await params
  return messageFrame(tenant, id, new URL(request.url).searchParams.get('remote') === '1')
}
