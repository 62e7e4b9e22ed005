import { badRequest } from './errors'

export interface PageRequest {
  size: number | undefined
  token: string | undefined
  defaultSize: number
  maxSize: number
  badToken: (token: string) => string
}

/** Tokens are opaque to the client: here, how far it has come. */
export function page<T>(items: T[], request: PageRequest): { items: T[]; nextToken?: string } {
  const size = request.size ?? request.defaultSize
  if (!Number.isInteger(size) || size < 1 || size > request.maxSize)
    throw badRequest(`PageSize must be between 1 and ${request.maxSize}.`)
  const start = request.token ? position(request.token, request) : 0
  const end = start + size
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextToken: Buffer.from(`at:${end}`).toString('base64url') }),
  }
}

function position(token: string, request: PageRequest): number {
  const found = /^at:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())
  if (!found) throw badRequest(request.badToken(token))
  return Number(found[1])
}
