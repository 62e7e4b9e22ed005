import { addDomain } from '@/lib/domains/add-domain'
import { observeDomain } from '@/lib/domains/observe-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import type { DomainView, RecordView } from '@/lib/domains/view'
import { until } from '../world/test/helpers'
import { PLATFORM_DOMAIN, type Customer, type TestProduct } from './product'

/** What a worker does in one visit to a due domain. */
export async function visit({ owner, worker }: Customer, id: string): Promise<DomainView> {
  await reconcileDomain(worker, { id })
  await observeDomain(worker, { id })
  return showDomain(owner, { id })
}

/** Visits until the page shows what is waited for; the mail network confirms in its own time. */
export const visitUntil = (
  who: Customer,
  id: string,
  isRight: (domain: DomainView) => boolean,
): Promise<DomainView> => until(() => visit(who, id), isRight)

/** A domain whose signing keys are made, so that its checklist is whole. */
export async function addWithKeys(who: Customer, name: string): Promise<DomainView> {
  const { id } = await addDomain(who.owner, { name })
  return visitUntil(who, id, (d) => d.records.some((r) => r.group === 'dkim') && d.state === 'pending')
}

export async function addReady(product: TestProduct, who: Customer, name: string): Promise<DomainView> {
  const domain = await addWithKeys(who, name)
  await publish(product, domain)
  return visitUntil(who, domain.id, (d) => d.state === 'ready')
}

/** The shared path: the platform's own domain, ready. */
export const openSharedPath = (product: TestProduct) => addReady(product, product.platform, PLATFORM_DOMAIN)

/** Publishes records of a checklist at the local DNS provider, all of them unless keys are named. */
export async function publish(
  { world }: TestProduct,
  domain: DomainView,
  keys?: RecordView['key'][],
): Promise<void> {
  for (const r of domain.records.filter((r) => !keys || keys.includes(r.key)))
    await world.panel.addRecord({
      name: r.host,
      type: r.type,
      value: r.value,
      ...(r.priority !== null && { priority: r.priority }),
    })
}

export const recordOf = (domain: DomainView, key: RecordView['key']): RecordView => {
  const record = domain.records.find((r) => r.key === key)
  if (!record) throw new Error(`${domain.name} has no record ${key}`)
  return record
}

/** `verdict` or `verdict: diagnosis` of each record. */
export const verdicts = (domain: DomainView): Record<string, string> =>
  Object.fromEntries(
    domain.records.map((r) => [r.key, r.diagnosis ? `${r.verdict}: ${r.diagnosis}` : r.verdict]),
  )
