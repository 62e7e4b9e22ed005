import { fileRoute } from '@/lib/faces/next/file-route'

type Context = { params: Promise<{ tenant: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return fileRoute(request, (await params).tenant, '/audit/export')
}
