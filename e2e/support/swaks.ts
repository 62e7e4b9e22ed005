import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { aptInstall, canInstall } from './chromium'

const DISTRIBUTION = '/usr/bin/swaks'

/** Debian's own mail client for tests: a sender that none of us wrote. */
export function ensureSwaks(): string {
  if (existsSync(DISTRIBUTION)) return DISTRIBUTION
  const found = spawnSync('which', ['swaks'], { encoding: 'utf8' }).stdout?.trim()
  if (found) return found
  if (!canInstall())
    throw new Error('No swaks: install it (apt-get install swaks) to send mail in as others do.')
  aptInstall('swaks')
  return DISTRIBUTION
}
