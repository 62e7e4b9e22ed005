#!/usr/bin/env node
// Plain JavaScript for whatever Node it is met with: finds the pinned one and hands over, in the folder it was called in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findNode } from '../../local/bootstrap.mjs'

const root = join(import.meta.dirname, '../../..')
const node = findNode()
const args = ['--conditions=react-server', '--import', import.meta.resolve('tsx')]
const child = spawn(node, [...args, join(import.meta.dirname, 'process.mjs'), ...process.argv.slice(2)], {
  env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  stdio: 'inherit',
})
// The terminal sends Ctrl-C to both: this one waits for what the other makes of it.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
