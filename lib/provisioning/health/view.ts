import { z } from 'zod'

const when = z.iso.datetime()

export const healthView = z.object({
  database: z.object({ version: z.string(), time: when }),
  attempts: z.object({
    /** in the last 24 hours */
    count: z.number().int(),
    newest: z.array(
      z.object({
        id: z.uuid(),
        actor: z.string(),
        actorKind: z.string(),
        /** the organisation they came from; null for a person who acted in none */
        from: z.string().nullable(),
        target: z.string(),
        operation: z.string(),
        door: z.string(),
        address: z.string().nullable(),
        at: when,
      }),
    ),
  }),
  trail: z.object({
    /** events that no seal covers so far */
    unsealed: z.number().int(),
    oldestUnsealedAt: when.nullable(),
  }),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      /** given up, as far back as the queue remembers */
      failed: z.number().int(),
      oldestWaitingAt: when.nullable(),
    }),
  ),
  mails: z.object({
    waiting: z.number().int(),
    /** refused, unconfirmed or expired in the last 24 hours */
    failed: z.number().int(),
  }),
  incoming: z.object({
    /** messages for nobody we know, that admins can look at */
    stray: z.number().int(),
    /** notifications of the mail network that came more than a minute ago, and are not processed */
    unprocessed: z.number().int(),
    /** stored objects without a message, which are to be removed */
    removals: z.number().int(),
    oldestRemovalAt: when.nullable(),
  }),
  network: z.object({
    /** whose notifications of incoming mail are believed */
    topics: z.array(
      z.object({
        topic: z.string(),
        /** since when it knows that they are wanted */
        confirmedAt: when.nullable(),
        /** when the last one came, of the last fourteen days */
        lastAt: when.nullable(),
      }),
    ),
    /** notifications that were not genuine, in the last seven days */
    refused: z.number().int(),
    /** notifications that could not be processed so far */
    failing: z.number().int(),
    /** when the oldest of them came */
    failingSince: when.nullable(),
    /** why, of the newest of them */
    problem: z.string().nullable(),
  }),
  /** mail that was accepted where nobody could refuse it: of tenants without room, and for nobody we know */
  kept: z.object({
    held: z.object({
      tenants: z.number().int(),
      messages: z.number().int(),
      bytes: z.number(),
      /** what may be held for one tenant */
      bytesEach: z.number(),
      messagesEach: z.number().int(),
      /** how much of that the fullest has: 1 is all of it */
      fullest: z.number(),
      /** messages that were not kept in the last seven days, as their tenant had all of it */
      unkept: z.number().int(),
    }),
    stray: z.object({
      messages: z.number().int(),
      bytes: z.number(),
      /** what may be kept of it */
      mostBytes: z.number(),
      mostMessages: z.number().int(),
      /** messages that were not kept in the last seven days, as there was all of it */
      unkept: z.number().int(),
    }),
  }),
  counters: z.object({
    /** counters of what stands that the nightly check found wrong, and set right, in the last seven days */
    corrected: z.number().int(),
  }),
  /** domains that wait for an administrator */
  domains: z.number().int(),
})
export type HealthView = z.infer<typeof healthView>
