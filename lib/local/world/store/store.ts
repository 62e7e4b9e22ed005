import type { DatabaseSync } from 'node:sqlite'
import { openDatabase, transaction } from './database'
import { collection, type Collection } from './collection'
import { callLog, type CallLog } from './calls'
import { hostedKeys, type HostedKeys } from './hosted-keys'
import { mailbag, type Mailbag } from './mail'
import { outages, type Outages } from './outages'
import { zones, type Zones } from './zones'
import type { Account, Association, ConfigurationSet, Identity, Tenant, WorldKey } from './entities'
import type { SesSettings } from '../types'

export interface Store {
  identities: Collection<Identity>
  tenants: Collection<Tenant>
  configurationSets: Collection<ConfigurationSet>
  associations: Collection<Association>
  accounts: Collection<Account>
  settings: Collection<Partial<SesSettings>>
  worldKeys: Collection<WorldKey>
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
    hostedKeys: hostedKeys(db),
    zones: zones(db),
    outages: outages(db),
    mail: mailbag(db),
    calls: callLog(db),
    transaction: (work) => transaction(db, work),
    close: () => db.close(),
  }
}
