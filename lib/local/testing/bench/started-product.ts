import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The whole product as `npm start` runs it, in a folder of its own; its settings become this process's too. */
export async function startProduct(settings: Record<string, string>) {
  const stateDir = mkdtempSync(join(tmpdir(), 'letterhead-bench-'))
  // PostgreSQL, which is not root when we are, has to pass through.
  chmodSync(stateDir, 0o711)
  const env = { ...process.env, LETTERHEAD_STATE_DIR: stateDir, LETTERHEAD_PORT: '3950', ...settings }
  const child = spawn(process.execPath, ['lib/local/start.mjs', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { ready: boolean; url: string }
    if (said.ready) url = said.url
    if (url) break
  }
  if (!url) throw new Error('the product did not come up; its words are above')
  const kept = JSON.parse(readFileSync(join(stateDir, 'env.json'), 'utf8')) as Record<string, string>
  Object.assign(process.env, kept, settings, { LOG_LEVEL: 'silent' })
  return {
    url,
    async stop() {
      child.kill('SIGINT')
      await once(child, 'exit')
      rmSync(stateDir, { recursive: true, force: true })
    },
  }
}
