/** Who may have done something, in words that stand before a name; no name follows our own, and a grant says what it is. */
export const actorKinds = {
  owner: 'Owner',
  member: 'Member',
  key: 'API key',
  grant: 'Agent',
  platform_key: 'Platform key',
  support: 'Support',
  admin: 'Admin',
  person: 'Person',
  worker: 'Letterhead',
} as const

/** Which door it came through. */
export const doors = {
  web: 'in the browser',
  api: 'through the API',
  cli: 'with the command line',
  mcp: 'through MCP',
  worker: 'in the background',
  server: 'on the server',
  seed: 'while setting up',
} as const

export const results = { done: 'Done', refused: 'Refused' } as const

const of = (words: Record<string, string>, key: string): string => words[key] ?? key

interface How {
  actor: string
  actorKind: string
  door: string
  /** why staff was inside, where that is so */
  reason: string | null
}

/** "API key deploy, through the API", "Support Sam Ortiz, in the browser, for: ticket 17". */
export function howWords({ actor, actorKind, door, reason }: How): string {
  const named = actorKind === 'worker' || actorKind === 'grant'
  const who = named ? actor : `${of(actorKinds, actorKind)} ${actor}`
  return [who, of(doors, door), ...(reason ? [`for: ${reason}`] : [])].join(', ')
}
