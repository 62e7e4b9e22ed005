import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface Process {
  readonly child: ChildProcess
  kill(): Promise<void>
  /** As a supervisor ends it. Answers its exit code. */
  end(): Promise<number | null>
}

/** One of our processes as it runs, with these settings. Ready when it says so in these words. */
export async function startProcess(
  file: string,
  says: string,
  settings: NodeJS.ProcessEnv,
  ...given: string[]
): Promise<Process> {
  const args = ['--conditions=react-server', '--import', 'tsx', file, ...given]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...settings, NODE_ENV: 'production', LOG_LEVEL: 'info' },
    // Through the channel it hears when the test dies.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (bytes: Buffer) => {
      if (bytes.includes(says)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
  const gone = once(child, 'exit')
  return {
    child,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async end() {
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}
