/** What the panel can show beside the field it belongs to. */
export class ControlError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

export const invalid = (field: string, message: string, code = `invalid_${field}`) =>
  new ControlError(400, code, message, field)
export const missing = (what: string) => new ControlError(404, 'not_found', `There is no such ${what}.`)
