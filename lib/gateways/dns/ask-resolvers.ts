import { type Failed, isWorthAnotherTry, tellingFailure } from './failures'
import type { Question } from './message'
import { resolverStep } from './next-step'
import type { Walked } from './walk'
import type { World } from './world'

/** The second opinion: the first resolver that answers, in the order they were configured. */
export async function askResolvers(world: World, question: Question): Promise<Walked> {
  const failures: Failed[] = []
  const tries = world.attempts * world.resolvers.length
  // Each try may cost three packets: with EDNS, without, and over TCP.
  const budget = { packets: tries * 3, deadline: world.now() + tries * world.timeoutMs }
  let open = world.resolvers

  for (let attempt = 1; attempt <= world.attempts; attempt++) {
    const silent = []
    for (const server of open) {
      const asked = await world.askServer(server, question, true, budget)
      const step = 'reply' in asked ? resolverStep(asked.reply, question) : null
      if (step?.step === 'answer') return { reply: step.reply, server }
      const failure = 'failure' in asked ? asked.failure : (step?.failure ?? 'refused')
      failures.push({ failure, server })
      if ('failure' in asked && isWorthAnotherTry(failure)) silent.push(server)
    }
    open = silent
  }
  return tellingFailure(failures)
}
