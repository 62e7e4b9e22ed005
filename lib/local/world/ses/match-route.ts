import { ROUTES, type Operation } from './routes'

export interface Match {
  operation: Operation
  params: Record<string, string>
}

/** Splits the raw path first and decodes afterwards: an ARN in a path carries `%2F`. */
export function matchRoute(method: string, rawPath: string): Match | null {
  const segments = rawPath.split('/')
  for (const route of ROUTES) {
    if (route.method !== method) continue
    const params = bind(route.path.split('/'), segments)
    if (params) return { operation: route.operation, params }
  }
  return null
}

function bind(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (!name) {
      if (part !== segment) return null
      continue
    }
    const value = decode(segment)
    if (!value) return null
    params[name] = value
  }
  return params
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
