// Plain JavaScript for whatever Node a fresh clone is met with: installs, finds Node 24, hands over to TypeScript.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const root = dirname(dirname(import.meta.dirname))
const modules = join(root, 'node_modules')

/** Runs a TypeScript file below the root with the pinned Node, after an install where it is due. */
export async function bootstrap(script) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  if (!isInstalled()) await install()

  const node = findNode()
  const env = {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const args = ['--conditions=react-server', '--import', 'tsx', script, ...process.argv.slice(2)]
  await handOver(spawn(node, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }))
}

/** npm writes its hidden lock file last: a half-finished or outdated install differs from package-lock.json. */
function isInstalled() {
  const locked = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(modules, '.package-lock.json'))
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  )
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

async function install() {
  const started = Date.now()
  console.error('Installing dependencies: a minute or two, this once.')
  const ticking = setInterval(() => console.error(`  still installing, ${seconds(started)}`), 15_000)
  // The npm that runs us, on its own Node: ours may lie in the folder that is about to be replaced.
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined
  const command = npm ? (process.env.npm_node_execpath ?? process.execPath) : 'npm'
  // What package-lock.json says, and no word written into it. Not `npm ci`: that refuses a lock file from which the
  // parts of other platforms are missing, as happens where a registry does not serve them. No part needs its
  // install script. Production would leave out what the build needs.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const args = [...(npm ? [npm] : []), 'install', ...flags]
  const env = { ...process.env, NODE_ENV: 'development', npm_config_omit: '', npm_config_production: 'false' }
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  })
  const code = await new Promise((done) => child.once('exit', done).once('error', () => done(127)))
  clearInterval(ticking)
  if (code !== 0) fail(`npm install failed (exit code ${code}); its words are above.`)
  if (!isInstalled())
    fail('npm did not install what package-lock.json lists: run npm install and look at what it says.')
  console.error(`  installed in ${seconds(started)}`)
}

/** The Node of the lock file, unless this one has the same major version. */
export function findNode() {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const packages = readdirSync(modules).filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name))
  const candidates = packages.flatMap((name) => [
    join(modules, name, 'bin', `node${suffix}`),
    join(modules, name, `node${suffix}`),
  ])
  const pinned = candidates.find((path) => existsSync(path))
  if (pinned) return pinned
  if (process.versions.node.startsWith('24.')) return process.execPath
  return fail('No Node 24 for this platform comes from npm: install Node 24 and start again.')
}

/** Ends as the child ends. Signals are passed on; Ctrl-C arrives there twice, which the child takes as one. */
async function handOver(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) endWithNpm(child)
  const [code, signal] = await new Promise((done) => child.once('exit', (...how) => done(how)))
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 143))
}

/** A killed npm tells nobody: what is left of it is that we get another parent. */
function endWithNpm(child) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1_000).unref()
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

function fail(message) {
  console.error(message)
  process.exit(1)
}
