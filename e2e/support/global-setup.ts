import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureChromium } from './chromium'

/** Starts a product of its own, as a stranger would: `npm start` in an empty state folder, on a port that is free. */
export default async function setUp() {
  process.env.PLAYWRIGHT_CHROMIUM = ensureChromium()
  if (process.env.E2E_STATE_DIR)
    return use(process.env.E2E_STATE_DIR, process.env.E2E_URL ?? 'http://localhost:3000')

  const stateDir = mkdtempSync(join(tmpdir(), 'letterhead-e2e-'))
  chmodSync(stateDir, 0o711)
  const env = {
    ...process.env,
    LETTERHEAD_STATE_DIR: stateDir,
    LETTERHEAD_PORT: '3900',
    LETTERHEAD_SKIP_BUILD: '1',
  }
  const product = spawn(process.execPath, ['lib/local/start.mjs', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url } = await readyLine(product)
  use(stateDir, url)
  return async () => {
    product.kill('SIGTERM')
    await new Promise((done) => product.once('exit', done))
    if (process.env.E2E_KEEP !== '1') rmSync(stateDir, { recursive: true, force: true })
  }
}

/** Workers are started after this and inherit it. */
function use(stateDir: string, url: string) {
  process.env.LETTERHEAD_STATE_DIR = stateDir
  process.env.E2E_URL = url
}

async function readyLine(product: ChildProcess): Promise<{ url: string }> {
  if (!product.stdout) throw new Error('no standard output')
  for await (const line of createInterface({ input: product.stdout })) {
    const said = JSON.parse(line) as { ready: boolean; url: string }
    if (said.ready) return said
  }
  throw new Error('The product did not come up; its words are above.')
}
