import { z } from 'zod'
import { domainStates } from '@/lib/domains/view'
import { tenantView } from '@/lib/tenants/view'

export const stepView = z.object({
  kind: z.enum(['domain', 'invite', 'inbox']),
  /** the domain's name, the address of an inbox, or the address and role of an invitation */
  what: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  /** what has to be so before it runs by itself; null when nothing has */
  waitsFor: z.string().nullable(),
  /** why it could not be done, as a sentence, with the code of the refusal */
  problem: z.string().nullable(),
  code: z.string().nullable(),
  /** when it was done or refused */
  at: z.iso.datetime().nullable(),
})
export type StepView = z.infer<typeof stepView>

/** An inbox that was opened, with the grant that stands for the permission to act on it. */
export const openedView = z.object({
  id: z.uuid(),
  address: z.string(),
  /** null once it is revoked: another one has to be created */
  grantId: z.uuid().nullable(),
})
export type OpenedView = z.infer<typeof openedView>

export const provisionView = z.object({
  clientId: z.string(),
  tenant: tenantView,
  /** sends at once, before any record is published; null while the platform has no domain of its own */
  trialAddress: z.string().nullable(),
  /** its first; null while it is not open, which `next` then tells, where there is no name to open one on, or once it is closed */
  inbox: openedView.nullable(),
  /** what else was asked for and is open */
  inboxes: z.array(openedView),
  domain: z.object({ id: z.uuid(), name: z.string(), state: z.enum(domainStates) }).nullable(),
  invites: z.array(
    z.object({
      email: z.string(),
      role: z.enum(['owner', 'member']),
      state: z.enum(['waiting', 'open', 'accepted', 'revoked', 'expired', 'failed']),
    }),
  ),
  steps: z.array(stepView),
  /** what is somebody else's move now, in sentences */
  next: z.array(z.string()),
})
export type ProvisionView = z.infer<typeof provisionView>

/** The steps of everything that was provisioned for one tenant. */
export const tenantStepsView = z.object({
  items: z.array(z.object({ clientId: z.string(), startedBy: z.string(), steps: z.array(stepView) })),
})
export type TenantStepsView = z.infer<typeof tenantStepsView>
