import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { maskHeader } from '../mask/of-message'
import { maskText, notOurs } from '../mask/secrets'
import { idInput } from './input'
import { lookAt } from './look-at'

export const showHeaders = operation({
  name: 'messages.headers',
  summary: 'Show the headers of a message, in the order in which they stand.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}/headers' },
  inbox: 'scoped',
  input: idInput,
  output: z.object({
    /** names in lower case, values unfolded and as they came */
    items: z.array(z.object({ name: z.string(), value: z.string() })),
    /** there are more than were read: the raw message has them */
    truncated: z.boolean(),
    masked: z.boolean(),
  }),
  run: async (caller, { id }) => {
    const { parsed, hidden } = await lookAt(caller, id)
    const { headers, truncated } = parsed
    if (!hidden) return { items: headers, truncated, masked: false }
    const items = headers.map((header) => ({
      ...{ name: maskText(header.name, hidden, 'known'), value: maskHeader(header, hidden) },
    }))
    const masked = items.some(
      ({ name, value }, n) => name !== notOurs(headers[n]!.name) || value !== notOurs(headers[n]!.value),
    )
    return { items, truncated, masked }
  },
})
