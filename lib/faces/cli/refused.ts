import { exits, type Exit } from './exit-codes'

/** The body of an error as the API writes it. */
export interface ErrorBody {
  code: string
  message: string
  fields?: Record<string, string>
  next_step?: string
  request_id?: string
}

/** Ends a command: said on stderr, as a sentence or as JSON. */
export class Refused extends Error {
  readonly body: ErrorBody
  readonly exit: Exit
  constructor(exit: Exit, body: ErrorBody) {
    super(body.message)
    this.exit = exit
    this.body = body
  }
}

export const usage = (message: string, code = 'usage') => new Refused(exits.usage, { code, message })
