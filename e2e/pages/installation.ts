import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the running product is, as a stranger on this machine finds it: by its state folder alone. */
export interface Installation {
  url: string
  stateDir: string
  control: { url: string; token: string }
  dnsPort: number
  smtpPort: number
}

/** @param stateDir as in the `stateDir` of the line that `npm start -- --json` prints */
export function installationIn(stateDir: string): Installation {
  const env = JSON.parse(readFileSync(join(stateDir, 'env.json'), 'utf8')) as Record<string, string>
  const value = (name: string) => {
    const found = env[name]
    if (!found) throw new Error(`${name} is not in ${stateDir}/env.json: does the product run there?`)
    return found
  }
  return {
    url: value('NEXTAUTH_URL'),
    stateDir,
    control: { url: value('LOCAL_WORLD_URL'), token: value('LOCAL_WORLD_TOKEN') },
    dnsPort: Number(value('DNS_PORT')),
    smtpPort: Number(value('SMTP_PORT')),
  }
}

/** The one that this run is about: its folder is given by whoever started it. */
export function installation(): Installation {
  const stateDir = process.env.LETTERHEAD_STATE_DIR
  if (!stateDir) throw new Error('LETTERHEAD_STATE_DIR does not say where the product runs.')
  return installationIn(stateDir)
}
