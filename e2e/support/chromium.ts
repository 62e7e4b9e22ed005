import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const DISTRIBUTIONS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium to test with: the one that was named, Playwright's own download, the system's. */
export function findChromium(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) return named
  return [chromium.executablePath(), ...DISTRIBUTIONS].find((path) => existsSync(path))
}

/** Root on Debian gets the distribution's package where there is none; anybody else is told what to do. */
export function ensureChromium(): string {
  const found = findChromium() ?? (canInstall() ? install() : undefined)
  if (!found)
    throw new Error('No Chromium: run npx playwright install chromium, or set PLAYWRIGHT_CHROMIUM to a path.')
  return found
}

/** Quiet, and without the sandbox where the user may not have one. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function install() {
  aptInstall('chromium')
  return findChromium()
}

/** One of the distribution's packages, as root on Debian. */
export function aptInstall(name: string) {
  console.error(`  … installing the distribution’s ${name}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  // An old list of packages may do: only the install has to work.
  apt('update')
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', name)
  if (status !== 0) throw new Error(`apt-get install ${name} failed: ${stderr}`)
}
