import { env } from '@/lib/kernel/env'

/** Where a link leads: to a page with a button, because mail scanners follow links. */
export const linkUrl = (token: string): string =>
  `${new URL('/link', env().NEXTAUTH_URL).href}?token=${token}`

export const linkMail = (token: string) => ({
  subject: 'Sign in to Letterhead',
  text: [
    'Open this link to sign in to Letterhead:',
    '',
    linkUrl(token),
    '',
    'It works once, within 15 minutes.',
    'If you did not ask for it, leave it alone: nobody gets in without it.',
    '',
  ].join('\n'),
})
