import { readConfig } from './config'
import { exits } from './exit-codes'
import type { Io } from './io'
import { Refused, usage } from './refused'

/** Options that every command has. */
export interface Common {
  json?: boolean
  tenant?: string
  url?: string
  yes?: boolean
}

export interface Settings {
  /** of the installation, without a final slash */
  url: string
  token: string
  tenant: string | undefined
}

/** What was said on the line goes before the environment, and that before what a sign-in saved. */
export function settingsOf(io: Io, options: Common): Settings {
  const config = readConfig(io)
  const url = urlOf(io, options)
  // The saved token is for the installation that gave it, whatever address is typed today.
  const saved = config.url === url ? config.token : undefined
  const token = io.env['LETTERHEAD_TOKEN'] || saved
  if (!token)
    throw new Refused(exits.denied, {
      code: 'not_signed_in',
      message: `You are not signed in at ${url}. Run letterhead login, or set LETTERHEAD_TOKEN.`,
    })
  if (/[^\x21-\x7e]/.test(token)) throw usage('LETTERHEAD_TOKEN has characters that no token has.')
  // A token of a grant is the scope: what was chosen for somebody's own work here is not what it opens.
  const chosen = config.url === url && !isGrant(token) ? config.tenant : undefined
  const tenant = options.tenant ?? (io.env['LETTERHEAD_TENANT'] || chosen)
  return { url, token, tenant }
}

/** A token of a grant, by its first characters: it opens one inbox. */
export const isGrant = (token: string): boolean => token.startsWith('lht_')

export function urlOf(io: Io, { url }: Common): string {
  const given = url ?? (io.env['LETTERHEAD_URL'] || readConfig(io).url)
  if (!given) throw usage('Which installation? Name it with --url or LETTERHEAD_URL, or sign in first.')
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw usage('The address of the installation has to start with https://.')
  const { origin, pathname } = new URL(given)
  return origin + pathname.replace(/\/+$/, '')
}
