import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '@/lib/faces/next/content-security-policy'

/**
 * Every page gets a policy of its own: only scripts that carry this answer's nonce run. The frame that a message stands in
 * has a stricter one, which it brings along.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/|favicon|icon|t/[^/]+/messages/[^/]+/frame$).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
