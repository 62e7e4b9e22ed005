import { z } from 'zod'
import { envSchema } from './env'

interface Field {
  description?: string
  default?: unknown
}

/** The text of `.env.example`: every name the process reads, what it is for, and what it is when left out. */
export function envExample(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(envSchema, {
    io: 'input',
    unrepresentable: 'any',
  }) as {
    properties?: Record<string, Field>
    required?: string[]
  }
  const entries = Object.entries(properties).map(([name, field]) => {
    const comment = `# ${field.description ?? name}${required.includes(name) ? ' (required)' : ''}`
    const value = field.default === undefined ? '' : String(field.default)
    return `${comment}\n${required.includes(name) ? '' : '# '}${name}=${value}\n`
  })
  return [
    '# Written by `npm run env:example` from lib/kernel/env.ts. Local mode needs none of this.\n',
    ...entries,
  ].join('\n')
}
