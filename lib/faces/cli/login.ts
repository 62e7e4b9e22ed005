import { spawn } from 'node:child_process'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { callJson, post } from './call'
import { readConfig, writeConfig } from './config'
import type { Call } from './document'
import { exits } from './exit-codes'
import { ask, readAll, type Io } from './io'
import { note } from './print'
import { Refused, usage } from './refused'
import { urlOf, type Common } from './settings'
import { startSpinner } from './spinner'
import { printWho, whoOf } from './who'

interface Start {
  device_code: string
  user_code: string
  verification_uri: string
  verification_uri_complete: string
  /** seconds */
  expires_in: number
  interval: number
}

export function addLogin(program: Command, call: (name: string) => Call, io: Io): void {
  const command = program
    .command('login')
    .description('Sign in: by saying yes in a browser, or with a key that is read from stdin.')
    .option('--key', 'read an API key from stdin, without showing it')
    .option('--open', 'open the browser')
    .action(async () => {
      const options = command.optsWithGlobals<Common & { key?: boolean; open?: boolean }>()
      const url = urlOf(io, options)
      const token = options.key ? await readKey(io) : await byBrowser(io, url, options)
      const who = await whoOf(io, { url, token, tenant: options.tenant }, call)
      const [only, ...others] = who.person?.tenants ?? []
      const kept = readConfig(io)
      const before = kept.url === url ? kept.tenant : undefined
      const tenant =
        options.tenant ?? (who.person ? (only && others.length === 0 ? only.slug : before) : undefined)
      writeConfig(io, { url, token, tenant })
      printWho(io, { ...who, tenant: who.tenant ?? tenant ?? null }, options)
    })
}

async function readKey(io: Io): Promise<string> {
  const key = (io.isTTY ? await ask(io, 'API key: ', { hidden: true }) : await readAll(io)).trim()
  if (!/^lh[kp]_[\w-]{20,190}$/.test(key))
    throw usage('This is not an API key: those begin with lhk_ or lhp_.')
  return key
}

/** The device flow (RFC 8628): a code here, a yes there, a session of its own for this machine. */
async function byBrowser(io: Io, url: string, { open, json }: Common & { open?: boolean }): Promise<string> {
  const start = (await post(io, url, '/api/cli/start', {
    label: hostname().slice(0, 80) || 'a command line',
  })) as Start
  note(io, `Open ${start.verification_uri_complete}`)
  note(io, `and say yes there if it shows the code ${start.user_code}`)
  if (open) openBrowser(start.verification_uri_complete)
  const spinner = await startSpinner(io, !json)
  spinner.say('Waiting for your yes in the browser')
  const sleep = io.sleep ?? wait
  let interval = start.interval
  try {
    for (let waited = 0; waited < start.expires_in; waited += interval) {
      await sleep(interval * 1000)
      try {
        const { token } = (await post(io, url, '/api/cli/token', { device_code: start.device_code })) as {
          token: string
        }
        return token
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        // RFC 8628 3.5: slower by five seconds, from now on.
        if (error.exit === exits.tooOften) interval += 5
        else if (error.body.code !== 'device_pending' && error.exit !== exits.tryAgain) throw error
      }
    }
  } finally {
    spinner.stop()
  }
  throw new Refused(exits.tryAgain, {
    code: 'timeout',
    message: 'Nobody said yes in time. Run letterhead login again.',
  })
}

function openBrowser(address: string): void {
  if (!/^https?:\/\//.test(address)) return
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address]
  // Where there is none, the address is on the screen already.
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

/** Ends the session here and at the server. A key stays what it is: only its owner revokes it. */
export function addLogout(program: Command, call: (name: string) => Call, io: Io): void {
  program
    .command('logout')
    .description('Sign out here, and end the session at the server.')
    .action(async () => {
      const { url, token } = readConfig(io)
      if (!url || !token) return note(io, 'Nobody is signed in.')
      writeConfig(io, { url })
      if (/^lh[kp]_/.test(token))
        return note(io, 'The key is forgotten here. It still works: revoke it where it was created.')
      const settings = { url, token, tenant: undefined }
      try {
        const { items } = (await callJson(io, settings, call('sessions.list'), {})) as {
          items: { id: string; isCurrent: boolean }[]
        }
        const current = items.find((session) => session.isCurrent)
        if (current) await callJson(io, settings, call('sessions.end'), { id: current.id })
      } catch (error) {
        if (!(error instanceof Refused) || error.exit !== exits.denied) throw error
      }
      note(io, `Signed out of ${url}.`)
    })
}
