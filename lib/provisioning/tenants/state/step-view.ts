import type { Environment, Prisma } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { trialDomain } from '@/lib/tenants/trial-domain'
import type { StepView } from '../view'

export const inputOf = ({ input }: { input: Prisma.JsonValue }) =>
  input as {
    name: string
    email: string
    role: 'owner' | 'member'
    localPart?: string
    domain?: string
    first?: true
  }

type StepRow = Prisma.ProvisionStepGetPayload<object>
interface Whose {
  tenant: Place
  steps: StepRow[]
}
interface Place {
  slug: string
  environment: Environment
  localPart: string
}

/** The first inbox comes with the organisation: it is a step only while it is not there. */
export const shownSteps = ({ tenant, steps }: Whose, told = (email: string) => email): StepView[] =>
  steps
    .filter((step) => !(inputOf(step).first && step.state === 'done'))
    .map((step) => stepViewOf(tenant, step, told))

function stepViewOf(tenant: Place, step: StepRow, told: (email: string) => string): StepView {
  const { domain } = inputOf(step)
  return {
    kind: step.kind as StepView['kind'],
    what: whatOf(tenant, step, told),
    state: step.state,
    waitsFor: step.waitsFor && step.state === 'waiting' ? `${domain} to be ready` : null,
    problem: step.because,
    code: step.problem,
    at: step.settledAt?.toISOString() ?? null,
  }
}

function whatOf(tenant: Place, step: StepRow, told: (email: string) => string): string {
  const { name, email, role, localPart = tenant.localPart, domain } = inputOf(step)
  if (step.kind === 'domain') return name
  if (step.kind === 'invite') return `${told(email)} as ${role}`
  return `${localPart}@${domain ?? trialDomain(tenant, env().PLATFORM_DOMAIN ?? '')}`
}
