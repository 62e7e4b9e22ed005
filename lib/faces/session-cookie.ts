import { env } from '@/lib/kernel/env'

/** next-auth's own name for the session cookie, so that its routes and ours read the same one. */
export const sessionCookie = (): string => `${secure() ? '__Secure-' : ''}next-auth.session-token`

export const secure = (): boolean => env().NEXTAUTH_URL.startsWith('https://')

export const cookieOptions = (expires: Date) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure(), expires }) as const
