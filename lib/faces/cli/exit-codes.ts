/** What scripts rely on: frozen. A test holds it to the catalog of refusals. */
export const exits = {
  ok: 0,
  /** something failed on our side */
  failed: 1,
  /** the call or its input needs another look */
  usage: 2,
  /** it does not go with how things stand */
  conflict: 3,
  /** not signed in, or not allowed */
  denied: 4,
  notFound: 5,
  tooOften: 6,
  /** the same again can help */
  tryAgain: 7,
} as const
export type Exit = (typeof exits)[keyof typeof exits]

/** How an HTTP status ends the command. By class where a status is not listed: a newer server may know more of them. */
export function exitOf(status: number): Exit {
  if (status < 400) return exits.ok
  if (status === 401 || status === 403) return exits.denied
  if (status === 404) return exits.notFound
  if (status === 409 || status === 410) return exits.conflict
  if (status === 429) return exits.tooOften
  if (status === 503 || status === 504) return exits.tryAgain
  return status < 500 ? exits.usage : exits.failed
}
