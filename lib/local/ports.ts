import { createHash } from 'node:crypto'
import { freePort, isFreeForDns } from './free-port'
import { readJson, writePrivateJson } from './private-file'
import type { State } from './state'

export interface Ports {
  web: number
  ses: number
  dns: number
  control: number
  /** object storage and notifications of the local mail network */
  aws: number
  /** the product's own door for mail */
  smtp: number
}

const WEB = 3000

/**
 * Each state folder begins to look somewhere else: between finding a port free and using it another start could take
 * it, and starts of several clones at the same moment are common while testing.
 */
function firstPorts(folder: string): Ports {
  const place = createHash('sha256').update(folder).digest().readUInt16BE() % 1_000
  const ses = 20_000 + place * 8
  return { web: WEB, ses, control: ses + 1, dns: ses + 2, aws: ses + 3, smtp: ses + 4 }
}

/** The ports of the last start where they are free, the next free ones elsewhere. */
export async function choosePorts(state: State): Promise<Ports> {
  const wish = process.env.LETTERHEAD_PORT
  const before = readJson<Partial<Ports>>(state.path('ports.json'))
  const first = { ...firstPorts(state.path('.')), ...before, ...(wish ? { web: Number(wish) } : {}) }
  const web = await freePort(first.web)
  // The others are nobody's address: chosen apart from each other, by starting the search above the one before.
  const ses = await freePort(first.ses === web ? web + 1 : first.ses)
  const control = await freePort(Math.max(first.control, ses + 1))
  const dns = await freePort(Math.max(first.dns, control + 1), isFreeForDns)
  const aws = await freePort(Math.max(first.aws, dns + 1))
  const smtp = await freePort(Math.max(first.smtp, aws + 1))
  const ports = { web, ses, dns, control, aws, smtp }
  writePrivateJson(state.path('ports.json'), ports)
  return ports
}
