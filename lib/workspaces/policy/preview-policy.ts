import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { isMetered, limitFields, limitNames, type LimitName } from '@/lib/usage/fields'
import { slugInput } from '../input'
import { ceilingOf, refuseAboveCeiling } from './ceilings'
import { policyInput } from './policy-input'
import { mailInput } from './mail/input'
import { mailEffects } from './mail/effects'
import { figuresFor, type Figures } from './preview/platform'
import { changes } from './preview/proposal'
import { aboveSentence, dryRunSentence, planSentence } from './preview/sentences'
import { policyPreviewView, type FieldPreviewView } from './view'

export const previewPolicy = operation({
  name: 'workspaces.preview_policy',
  summary:
    'Show what a policy would bring: whom it touches, who is above it already, and what the last seven days would have been.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'POST', path: '/admin/workspaces/{workspace}/policy/preview' },
  input: z.object({
    workspace: slugInput,
    /** as for set_policy: null is the plan’s, and a field left out stays as it is */
    policy: policyInput.default({}),
    mail: mailInput.default({}),
  }),
  output: policyPreviewView,
  run: async (_, { workspace, policy, mail: proposed }) => {
    refuseAboveCeiling(policy)
    const figures = await figuresFor(workspace, policy)
    const { version, effects, byPlan } = figures
    const mail = mailEffects(figures.mail, proposed)
    const touches = byPlan.filter(
      ({ plan }) =>
        mail.some(({ plans }) => plans.includes(plan)) ||
        limitNames.some((name) => effects[name].some((e) => e.plan === plan && e.now !== e.then)),
    )
    return {
      version,
      tenants: sum(byPlan.map(({ _count }) => _count)),
      touched: sum(touches.map(({ _count }) => _count)),
      fields: limitNames.map((name) => previewOf(name, figures)),
      mail: mail.map(({ plans, ...change }) => ({
        ...change,
        touched: sum(byPlan.filter(({ plan }) => plans.includes(plan)).map(({ _count }) => _count)),
      })),
    }
  },
})

function previewOf(name: LimitName, figures: Figures): FieldPreviewView {
  const { label, unit, window } = limitFields[name]
  const field = { unit, window }
  const [value, proposed] = [figures.before[name], figures.policy[name]]
  const plans = figures.effects[name].flatMap((effect) => {
    const tenants = figures.byPlan.find(({ plan }) => plan === effect.plan)?._count ?? 0
    return tenants > 0 ? [{ ...effect, tenants, says: planSentence(field, effect, proposed, tenants) }] : []
  })
  return {
    ...{ name, label, unit, window, proposed, plans },
    ceiling: ceilingOf(name),
    now: { value, source: value === null ? 'plan' : 'policy' },
    touched: sum(plans.filter(({ now, then }) => now !== then).map(({ tenants }) => tenants)),
    above: aboveOf(name, figures),
    dryRun: dryRunOf(name, figures),
  }
}

function aboveOf(name: LimitName, { above }: Figures): FieldPreviewView['above'] {
  const rows = above.filter(({ kind }) => kind === name)
  const tenants = rows[0]?.tenants ?? 0
  const first = rows.map(({ slug, name: label, used, limit }) => ({ slug, name: label, used, limit }))
  return { tenants, first, says: aboveSentence(limitFields[name], tenants) }
}

function dryRunOf(
  name: LimitName,
  { effects, used, made, first, since }: Figures,
): FieldPreviewView['dryRun'] {
  const isStanding = limitFields[name].window === 'always'
  const counted = !isMetered(name)
    ? null
    : isStanding
      ? since.toISOString()
      : (first.find(({ kind }) => kind === name)?.period ?? null)
  const basis = !changes(effects, name)
    ? 'unchanged'
    : isStanding
      ? 'made'
      : counted === null
        ? 'none'
        : 'used'
  const found = (isStanding ? made : used).find(({ kind }) => kind === name)
  const { refused = 0, tenants = 0 } = found ?? {}
  const says = dryRunSentence(limitFields[name], basis, { refused, among: tenants, since: counted })
  return { basis, refused, tenants, since: basis === 'unchanged' ? null : counted, says }
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
