import { z } from 'zod'
import { PROVIDERS } from './words'

/** A sign-in of a provider that its person connected. */
export const connectionView = z.object({ provider: z.enum(PROVIDERS), connectedAt: z.iso.datetime() })
export type ConnectionView = z.infer<typeof connectionView>
