import type { z } from 'zod'
import { AppError } from './errors'

/** What a schema refused, field by field, in words for whoever typed it. */
export function inputError(error: z.ZodError): AppError {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= words(issue)
  const { '': whole, ...named } = fields
  const [first] = error.issues
  const say = first?.code === 'custom' ? first.message : whole
  return new AppError('invalid_input', {
    ...(say && { say }),
    ...(Object.keys(named).length > 0 && { fields: named }),
  })
}

function words(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'This is required.'
        : `This has to be a ${issue.expected}.`
    case 'too_small':
      return issue.origin === 'string'
        ? Number(issue.minimum) === 1
          ? 'This is required.'
          : `At least ${issue.minimum} characters.`
        : `At least ${issue.minimum}.`
    case 'too_big':
      return issue.origin === 'string' ? `At most ${issue.maximum} characters.` : `At most ${issue.maximum}.`
    case 'invalid_value':
      return `One of: ${issue.values.join(', ')}.`
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.join(', ')}.`
    default:
      return 'This does not have the right form.'
  }
}
