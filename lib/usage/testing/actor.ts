import { setTimeout } from 'node:timers/promises'
import { askerBySession } from '@/lib/faces/callers'
import { perform } from '@/lib/faces/perform'
import { handleRest } from '@/lib/faces/rest/handle'
import { operations } from '@/lib/operations'
import { addDomain } from '@/lib/domains/add-domain'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import type { Act, Answer } from './actors'

// A process of its own, with a pool of its own, that acts when it is told to: as a browser's server action, or by REST.

/**
 * Tries again what the catalog says may help: a pool that fifty acts at once wait for, on a machine with two busy cores,
 * turns some away, and so does the mail network. Whoever repeats a click hears what became of the first.
 */
async function act(one: Act): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await once(one)
    if (!['internal', 'unavailable'].includes(answer) || tries === 10) return answer
    await setTimeout(100 * tries)
  }
}

async function once({ door, tenant, token, what, input }: Act): Promise<string> {
  return door === 'web' ? byAction(token, tenant, what, input) : byRest(token, tenant, what, input)
}

async function byAction(token: string, tenant: string, what: Act['what'], input: Act['input']) {
  const how = { door: 'web' as const, requestId: crypto.randomUUID(), address: null }
  const asker = await askerBySession(token)
  const outcome =
    what === 'domains.add'
      ? await perform(addDomain, asker, tenant, input, how)
      : await perform(sendTestMessage, asker, tenant, input, how)
  return outcome.ok ? 'done' : outcome.error.code
}

async function byRest(token: string, tenant: string, what: Act['what'], input: Act['input']) {
  const { method, path } = operations.find(({ spec }) => spec.name === what)!.spec.http!
  const { domainId = '', ...body } = input
  const request = new Request(`http://localhost:3000/api/v1${path.replace('{domainId}', domainId)}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'letterhead-tenant': tenant,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  const response = await handleRest(request)
  if (response.ok) return 'done'
  return ((await response.json()) as { error: { code: string } }).error.code
}

process.on('message', (acts: Act[]) => {
  void Promise.all(acts.map((one) => act(one).catch((error: unknown) => String(error)))).then((heard) =>
    process.send?.({ heard } satisfies Answer),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ heard: [] } satisfies Answer)
