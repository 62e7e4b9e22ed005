import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAws } from './aws'
import { startControl } from './control/start-control'
import { createAtlas } from './dns/atlas'
import { worldResolver } from './dns/resolver'
import { startDns } from './dns/start-dns'
import { createInbound } from './inbound/inbound'
import { dropFolder, openObjects } from './s3/objects'
import { createBucket } from './ses/bucket'
import type { Ses } from './ses/context'
import { createFaults } from './ses/faults'
import { MAX_SEND_RATE } from './ses/handlers/account'
import { createDeliveries } from './ses/send/deliveries'
import { ensureWorldKey } from './ses/send/world-key'
import { startSes } from './ses/start-ses'
import { startChecks } from './ses/verify/start-checks'
import { createTopic } from './sns/topic'
import { openStore } from './store/store'
import type { SesSettings } from './types'

export interface WorldOptions {
  /** an SQLite file, or ':memory:' */
  statePath: string
  /** ports: 0 takes any free one */
  sesPort: number
  dnsPort: number
  controlPort: number
  /** object storage and notifications */
  awsPort?: number
  /** who is told of mail that came in */
  hookUrl?: string
  controlToken: string
  host?: '127.0.0.1'
  region: string
  accountId: string
  accessKeyId: string
  secretAccessKey: string
  /** management calls, default 1 */
  ratePerSecond?: number
  /** default 1 */
  burst?: number
  /** how long records have to be right before they are confirmed, default 1500 */
  confirmDelayMs?: number
  /** how often unsettled identities are looked at, default 500 */
  sesDnsIntervalMs?: number
}

export interface World {
  sesUrl: string
  awsUrl: string
  dnsPort: number
  controlUrl: string
  close(): Promise<void>
}

const SETTINGS = 'settings'

/** The outside world on a laptop: a DNS, a mail network behind SES's API, and a panel's API to both. */
export async function startWorld(o: WorldOptions): Promise<World> {
  const host = o.host ?? '127.0.0.1'
  const store = openStore(o.statePath)
  await ensureWorldKey(store)
  const defaults: SesSettings = {
    ratePerSecond: o.ratePerSecond ?? 1,
    burst: o.burst ?? 1,
    confirmDelayMs: o.confirmDelayMs ?? 1500,
    eventualConsistencyMs: 0,
  }
  const settings = (): SesSettings => ({ ...defaults, ...store.settings.get(SETTINGS) })

  const dns = await startDns(host, o.dnsPort, createAtlas(store, o.region))
  let closing = false
  let storeClosed = false
  const resolver = worldResolver(dns.port)
  const folder = objectsFolder(o.statePath)
  const objects = openObjects(store, folder)
  let awsUrl = ''
  const topic = createTopic(store, o, () => awsUrl)
  const aws = await startAws({ host, port: o.awsPort ?? 0, topic, objects, credentials: o })
  awsUrl = aws.url
  if (o.hookUrl) await topic.subscribe(o.hookUrl)
  const inbound = createInbound({ store, region: o.region, topic, objects, resolver })
  const deliveries = createDeliveries(
    store,
    worldResolver(dns.port),
    () => storeClosed,
    (mail, verdict) => inbound.comeBack(mail, verdict),
  )
  const checks = startChecks({
    store,
    resolver,
    region: o.region,
    intervalMs: o.sesDnsIntervalMs ?? 500,
    confirmDelayMs: () => settings().confirmDelayMs,
  })
  const faults = createFaults()
  const sending = createBucket()
  const ses: Ses = {
    store,
    region: o.region,
    accountId: o.accountId,
    settings,
    takeSendTurn: (recipients) =>
      sending.take(recipients, MAX_SEND_RATE, Math.max(MAX_SEND_RATE, recipients)),
    lastCheckedAt: checks.lastCheckedAt,
    deliver: deliveries.deliver,
  }
  const sesServer = await startSes({
    host,
    port: o.sesPort,
    ses,
    faults,
    management: createBucket(),
    credentials: o,
  })
  const control = await startControl({
    host,
    port: o.controlPort,
    token: o.controlToken,
    world: {
      ses,
      faults,
      deliveries,
      inbound,
      topic,
      changeSettings: (change) =>
        store.settings.put(SETTINGS, { ...store.settings.get(SETTINGS), ...change }),
    },
  })

  return {
    sesUrl: sesServer.url,
    awsUrl: aws.url,
    dnsPort: dns.port,
    controlUrl: control.url,
    async close() {
      if (closing) return
      closing = true
      await Promise.all([sesServer.close(), control.close(), checks.close()])
      await deliveries.settled(2_000)
      await Promise.all([topic.close(), aws.close(), dns.close()])
      storeClosed = true
      store.close()
      if (isInMemory(o.statePath)) dropFolder(folder)
    },
  }
}

const isInMemory = (statePath: string) => statePath === ':memory:'

/** Beside the state's file; a state in memory gets a folder that goes with it. */
const objectsFolder = (statePath: string) =>
  isInMemory(statePath) ? mkdtempSync(join(tmpdir(), 'letterhead-objects-')) : `${statePath}-objects`
