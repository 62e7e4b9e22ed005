import 'server-only'
import { notFound } from 'next/navigation'
import { listDomains } from '@/lib/domains/list-domains'
import { showDomain } from '@/lib/domains/show-domain'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import type { RecordView } from '@/lib/domains/view'
import { env, isLocalMode } from '@/lib/kernel/env'
import { createWorldClient } from '@/lib/local/world/client'
import { callerIn, currentPerson } from './session'

/** The local world's control, in local mode; elsewhere these pages do not exist. */
export function world() {
  if (!isLocalMode()) notFound()
  const { LOCAL_WORLD_URL, LOCAL_WORLD_TOKEN } = env()
  return createWorldClient({ url: LOCAL_WORLD_URL ?? '', token: LOCAL_WORLD_TOKEN ?? '' })
}

export const localZones = async () => world().zones()
export const localMail = async () => world().mail()
export const localArrivals = async () => {
  const [items, topic] = await Promise.all([world().arrived(), world().sns()])
  return { items, topic }
}
export const localDnsMode = async () => (await world().dns()).mode

export async function localMessage(id: string) {
  return (await world().message(id)) ?? notFound()
}

/** The records that the signed-in person's domains ask for, for publishing them with one click. */
export async function wantedRecords(): Promise<{ domain: string; records: RecordView[] }[]> {
  world()
  const person = await currentPerson()
  const perTenant = await Promise.all((person?.tenants ?? []).map((t) => wantedIn(t.slug)))
  return perTenant.flat()
}

/** Where the signed-in person gets mail. */
export async function ownAddresses(): Promise<string[]> {
  world()
  const person = await currentPerson()
  const perTenant = await Promise.all(
    (person?.tenants ?? []).map(async ({ slug }) => {
      const caller = await callerIn(slug)
      return caller ? (await listInboxes(caller, { limit: 20, state: 'open' })).items : []
    }),
  )
  return perTenant.flat().map(({ address }) => address)
}

/** A line for a shell that brings a message to the SMTP door. */
export function swaksLine(to: string): string {
  const { SMTP_HOST, SMTP_PORT } = env()
  return `swaks --server ${SMTP_HOST}:${SMTP_PORT} --from ada@outside.example --to ${to} --header 'Subject: Hello'`
}

async function wantedIn(slug: string) {
  const caller = await callerIn(slug)
  if (!caller) return []
  const { items } = await listDomains(caller, { limit: 20 })
  return Promise.all(
    items
      .filter((d) => d.state !== 'deleting')
      .map(async ({ id, name }) => ({ domain: name, records: (await showDomain(caller, { id })).records })),
  )
}
