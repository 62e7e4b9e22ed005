import type { Command } from 'commander'
import { callJson } from './call'
import { readConfig, writeConfig } from './config'
import type { Call } from './document'
import { exits } from './exit-codes'
import type { Io } from './io'
import { printAnswer, say, type Look } from './print'
import { Refused } from './refused'
import { isGrant, settingsOf, urlOf, type Common, type Settings } from './settings'

export interface Who {
  url: string
  kind: 'session' | 'key' | 'platform_key' | 'grant'
  person: { name: string; email: string; tenants: { slug: string; name: string; role: string }[] } | null
  tenant: string | null
  /** the address of the one inbox that a token of a grant opens */
  inbox?: string | null
}

/** Who the token makes us. @throws Refused when it makes us nobody */
export async function whoOf(io: Io, settings: Settings, call: (name: string) => Call): Promise<Who> {
  const { url, token, tenant = null } = settings
  if (isGrant(token)) return agentOf(io, settings, call)
  if (!/^lh[kp]_/.test(token)) {
    const person = (await callJson(io, settings, call('people.me'), {})) as NonNullable<Who['person']>
    return { url, kind: 'session', person, tenant }
  }
  const own = await callJson(io, settings, call('tenants.show'), {}).catch(stillSomebody)
  const { slug } = own as { slug?: string }
  return {
    url,
    kind: token.startsWith('lhp_') ? 'platform_key' : 'key',
    person: null,
    tenant: slug ?? tenant,
  }
}

/** Whoever may not read this is still somebody; a key or token that is none is not signed in. */
function stillSomebody(error: unknown): object {
  if (error instanceof Refused && error.body.code !== 'not_signed_in' && error.exit !== exits.tryAgain)
    return {}
  throw error
}

/** The grant is the scope: its token names no organisation, and needs none. */
async function agentOf(io: Io, settings: Settings, call: (name: string) => Call): Promise<Who> {
  const list = await callJson(io, settings, call('inboxes.list'), {}).catch(stillSomebody)
  const [inbox] = (list as { items?: { address: string }[] }).items ?? []
  const { url, tenant = null } = settings
  return { url, kind: 'grant', person: null, tenant, inbox: inbox?.address ?? null }
}

export function printWho(io: Io, who: Who, look: Look): void {
  if (look.json) return printAnswer(io, who, look)
  const { person, kind, url, tenant, inbox } = who
  if (kind === 'grant')
    return say(io.stdout, `Signed in at ${url} with a token for ${inbox ?? 'one inbox'}: commands act in it.`)
  const name = person
    ? `${person.name} <${person.email}>`
    : kind === 'key'
      ? 'an API key'
      : 'a key of the platform'
  say(io.stdout, `Signed in at ${url} as ${name}.`)
  say(
    io.stdout,
    tenant ? `Commands act in ${tenant}.` : 'No organisation is chosen: use --tenant, or letterhead use.',
  )
  for (const { slug, role } of person?.tenants ?? []) say(io.stdout, `  ${slug} (${role})`)
}

export function addWhoami(program: Command, call: (name: string) => Call, io: Io): void {
  const command = program
    .command('whoami')
    .description('Say who is signed in, where, and in which organisation commands act.')
    .action(async () => {
      const options = command.optsWithGlobals<Common>()
      printWho(io, await whoOf(io, settingsOf(io, options), call), options)
    })
}

export function addUse(program: Command, call: (name: string) => Call, io: Io): void {
  const command = program
    .command('use')
    .argument('<tenant>', 'the slug of an organisation')
    .description('Choose the organisation that commands act in.')
    .action(async (tenant: string) => {
      const options = command.optsWithGlobals<Common>()
      const settings = { ...settingsOf(io, options), tenant }
      const { slug, name } = (await callJson(io, settings, call('tenants.show'), {})) as {
        slug: string
        name: string
      }
      const config = readConfig(io)
      const url = urlOf(io, options)
      writeConfig(io, { url, token: config.url === url ? config.token : undefined, tenant: slug })
      if (options.json) return printAnswer(io, { tenant: slug }, options)
      say(io.stdout, `Commands act in ${slug} (${name}).`)
    })
}
