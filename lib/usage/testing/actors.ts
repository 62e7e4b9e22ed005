import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface Act {
  door: 'web' | 'rest'
  /** slug */
  tenant: string
  /** of a session for the web; of a key or a command line's session for REST */
  token: string
  what: 'domains.add' | 'sending.test'
  input: { name: string; domainId?: never } | { domainId: string; idempotencyKey: string }
}

/** What each act came to: `done`, or the code of its refusal. */
export interface Answer {
  heard: string[]
}

/** Processes of the product beside the test's own, on the same database. */
export async function startActors(count: number, env: NodeJS.ProcessEnv) {
  const children = Array.from({ length: count }, () => start(env))
  await Promise.all(children.map(answered))
  return {
    /** Each process does its acts all at once, and all processes at the same time. */
    act: async (acts: Act[][]): Promise<string[]> => {
      const all = await Promise.all(
        acts.map((some, i) => {
          const answer = answered(children[i]!)
          children[i]!.send(some)
          return answer
        }),
      )
      return all.flat()
    },
    stop: async () => {
      for (const child of children) {
        const gone = once(child, 'exit')
        child.disconnect()
        await gone
      }
    },
  }
}

const start = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/usage/testing/actor.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  })

async function answered(child: ChildProcess): Promise<string[]> {
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('a process ended')
    }),
  ])) as [Answer]
  return answer.heard
}
