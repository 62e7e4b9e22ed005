import { pino, type Logger } from 'pino'
import { env } from './env'

let root: Logger | undefined

/** Structured log on stdout. Secrets never reach it: what is logged are ids, codes and counts. */
export function log(): Logger {
  return (root ??= pino({
    level: env().LOG_LEVEL,
    redact: {
      paths: ['token', 'secret', 'password', '*.token', '*.secret', '*.password', 'authorization'],
      censor: '[hidden]',
    },
  }))
}
