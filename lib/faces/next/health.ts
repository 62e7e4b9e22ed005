import 'server-only'
import { isReachable } from '@/lib/kernel/db/login'

/** Whether this process can serve: it reaches its database. Says nothing more to strangers. */
export async function health(): Promise<Response> {
  const ok = await isReachable()
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
