import type { ProvisionView } from './view'

interface Facts {
  /** address of the organisation's pages */
  url: string
  suspended: boolean
  domain: { id: string; name: string; state: string; records: number; found: number } | null
  invites: ProvisionView['invites']
  steps: ProvisionView['steps']
}

/** What is somebody else's move before all of it is in use. What runs by itself stands in the steps. */
export function nextMoves({ url, suspended, domain, invites, steps }: Facts): string[] {
  if (suspended) return ['The organisation is suspended: reactivate it, and what waits goes on by itself.']
  return [
    ...(domain ? recordsOf(domain, url) : []),
    ...steps.flatMap(({ kind, what, problem }) =>
      problem === null ? [] : `${missed[kind](what)}: ${problem}`,
    ),
    ...invites.flatMap(({ email, state }) => {
      if (state === 'open') return `${email} opens the invitation in their mail and accepts it.`
      if (state === 'expired') return `Nobody accepted the invitation to ${email} in time: send it again.`
      return []
    }),
    ...(invites.some(({ role, state }) => role === 'owner' && !['failed', 'revoked'].includes(state))
      ? []
      : ['Nobody owns the organisation: invite its first owner.']),
  ]
}

const missed: Record<ProvisionView['steps'][number]['kind'], (what: string) => string> = {
  domain: (what) => `${what} was not added`,
  invite: (what) => `The invitation of ${what} was not sent`,
  inbox: (what) => `The inbox ${what} was not opened`,
}

function recordsOf({ id, name, state, records, found }: NonNullable<Facts['domain']>, url: string): string[] {
  if (state === 'ready' || state === 'deleting' || found === records) return []
  const left = records - found
  const which =
    found === 0
      ? `the ${records} DNS records`
      : left === 1
        ? 'the last DNS record'
        : `${left} more DNS records`
  return [`Publish ${which} of ${name}: ${url}/domains/${id}`]
}
