import { z } from 'zod'

const whole = z.number().int()
const folders = z.object({ inbox: whole, spam: whole, quarantine: whole, trash: whole })

/** What a night deletes. */
export const removalView = z.object({
  messages: whole,
  folders,
  /** bytes of storage that it gives back */
  freed: z.number(),
  /** counting ended at its bound: it is more than that */
  more: z.boolean(),
  /** storage is reckoned by the oldest of these messages */
  rough: z.boolean(),
})
export type RemovalView = z.infer<typeof removalView>

const ofWorkspace = removalView.extend({
  /** how many tenants it touches */
  tenants: whole,
  /** those it deletes most of, ten at most */
  most: z.array(removalView.omit({ folders: true }).extend({ slug: z.string(), name: z.string() })),
})
export type WorkspaceRemovalView = z.infer<typeof ofWorkspace>

export const retentionPreviewView = z.object({
  /** when it runs next */
  at: z.iso.datetime(),
  tonight: ofWorkspace,
  /** the same, if the proposed days held by then; null when none were */
  proposed: ofWorkspace.nullable(),
})
export type RetentionPreviewView = z.infer<typeof retentionPreviewView>

const days = whole.nullable()
export const retentionView = z.object({
  at: z.iso.datetime(),
  /** for how long mail is kept, by where it is; null for ever. Of quarantine as of spam */
  days: z.object({ inbox: days, spam: days, trash: days }),
  tonight: removalView,
})
export type RetentionView = z.infer<typeof retentionView>
