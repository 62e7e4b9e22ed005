import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const SHELL = '/usr/bin/chromium-headless-shell'
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

/**
 * The same Chromium without a window's furniture, which costs every new page processor time: the one that was
 * named, or the distribution's. Where there is none the whole one serves.
 */
const findShell = () =>
  process.env.PLAYWRIGHT_SHELL ?? (process.env.PLAYWRIGHT_CHROMIUM || !existsSync(SHELL) ? undefined : SHELL)

/** Root on Debian gets that one as well. Without it journeys take longer, and that is all. */
export function ensureShell(): string {
  const found = findShell()
  if (found) return found
  const whole = ensureChromium()
  if (process.env.PLAYWRIGHT_CHROMIUM || !DISTRIBUTIONS.includes(whole) || !canInstall()) return whole
  try {
    // Both, as they share their files: one version of them.
    aptInstall('chromium', 'chromium-headless-shell')
    return SHELL
  } catch (error) {
    console.error(`  … the journeys go on with the whole browser: ${String(error)}`)
    return whole
  }
}

// Quiet, and without the sandbox where the user may not have one.
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What journeys run in. */
export const quickBrowser = { executablePath: findShell() ?? findChromium(), args: flags }
/** What people have: for what a browser does beside showing a page, such as to fetch ahead. */
export const wholeBrowser = { executablePath: findChromium(), args: flags }

export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function install() {
  aptInstall('chromium')
  return findChromium()
}

/** Packages of the distribution's, as root on Debian. */
export function aptInstall(...names: string[]) {
  const all = names.join(' and ')
  console.error(`  … installing the distribution’s ${all}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  // An old list of packages may do: only the install has to work.
  apt('update')
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', ...names)
  if (status !== 0) throw new Error(`apt-get install of ${all} failed: ${stderr}`)
}
