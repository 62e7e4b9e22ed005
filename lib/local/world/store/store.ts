import type { DatabaseSync } from 'node:sqlite'
import { openDatabase, transaction } from './database'
import { collection, type Collection } from './collection'
import { callLog, type CallLog } from './calls'
import { hostedKeys, type HostedKeys } from './hosted-keys'
import { mailbag, type Mailbag } from './mail'
import { outages, type Outages } from './outages'
import { outbox, type Outbox } from './outbox'
import { zones, type Zones } from './zones'
import type {
  Account, Association, Bucket, ConfigurationSet, Identity, SigningCertificate, Subscription, Tenant, WorldKey,
} from './entities' // prettier-ignore
import type { StoredObject } from '../s3/objects'
import type { ArrivedMail, SesSettings, SnsSettings } from '../types'

export interface Store {
  identities: Collection<Identity>
  tenants: Collection<Tenant>
  configurationSets: Collection<ConfigurationSet>
  associations: Collection<Association>
  accounts: Collection<Account>
  settings: Collection<Partial<SesSettings>>
  worldKeys: Collection<WorldKey>
  buckets: Collection<Bucket>
  objects: Collection<StoredObject>
  snsSettings: Collection<Partial<SnsSettings>>
  snsCertificates: Collection<SigningCertificate>
  subscriptions: Collection<Subscription>
  arrived: Collection<ArrivedMail>
  outbox: Outbox
  hostedKeys: HostedKeys
  zones: Zones
  outages: Outages
  mail: Mailbag
  calls: CallLog
  transaction<T>(work: () => T): T
  close(): void
}

export function openStore(path: string): Store {
  const db: DatabaseSync = openDatabase(path)
  return {
    identities: collection(db, 'identity'),
    tenants: collection(db, 'tenant'),
    configurationSets: collection(db, 'configuration-set'),
    associations: collection(db, 'association'),
    accounts: collection(db, 'account'),
    settings: collection(db, 'settings'),
    worldKeys: collection(db, 'world-key'),
    buckets: collection(db, 'bucket'),
    objects: collection(db, 'object'),
    snsSettings: collection(db, 'sns-settings'),
    snsCertificates: collection(db, 'sns-certificate'),
    subscriptions: collection(db, 'subscription'),
    arrived: collection(db, 'arrived'),
    outbox: outbox(db),
    hostedKeys: hostedKeys(db),
    zones: zones(db),
    outages: outages(db),
    mail: mailbag(db),
    calls: callLog(db),
    transaction: (work) => transaction(db, work),
    close: () => db.close(),
  }
}
