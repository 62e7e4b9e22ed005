import { freePort } from './free-port'
import { readJson, writePrivateJson } from './private-file'
import type { State } from './state'

export interface Ports {
  web: number
  ses: number
  dns: number
  control: number
}

const FIRST: Ports = { web: 3000, ses: 4310, dns: 4353, control: 4320 }

/** The ports of the last start where they are free, the next free ones elsewhere. */
export async function choosePorts(state: State): Promise<Ports> {
  const wish = process.env.LETTERHEAD_PORT
  const before = readJson<Partial<Ports>>(state.path('ports.json'))
  const first = { ...FIRST, ...before, ...(wish ? { web: Number(wish) } : {}) }
  const web = await freePort(first.web)
  // The other three are nobody's address: chosen apart from each other, by starting the search above the one before.
  const ses = await freePort(first.ses === web ? web + 1 : first.ses)
  const control = await freePort(Math.max(first.control, ses + 1))
  const dns = await freePort(Math.max(first.dns, control + 1))
  const ports = { web, ses, dns, control }
  writePrivateJson(state.path('ports.json'), ports)
  return ports
}
