import type { ConfigurationSet } from '../../store/entities'
import { configurationSetArn } from '../arns'
import { param, type Handler, type Ses } from '../context'
import { alreadyExists, badRequest, configurationSetMissing } from '../errors'
import { flag, isObject, object, requiredText } from '../input'
import { page } from '../page'
import { readTags } from '../tags'
import { listPage } from './list-email-identities'

const GROUPS = [
  'TrackingOptions',
  'DeliveryOptions',
  'ReputationOptions',
  'SuppressionOptions',
  'VdmOptions',
  'ArchivingOptions',
  'MessageSecurityOptions',
]

export const createConfigurationSet: Handler = (ses, call) => {
  const name = requiredText(call.body, 'ConfigurationSetName')
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
    throw badRequest(
      `Invalid configuration set name <${name}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`,
    )
  const sending = object(call.body, 'SendingOptions')
  const set: ConfigurationSet = {
    name,
    createdAt: Date.now(),
    sendingEnabled: (sending && flag(sending, 'SendingEnabled')) ?? true,
    tags: readTags(call.body),
    options: Object.fromEntries(
      GROUPS.flatMap((group) => (isObject(call.body[group]) ? [[group, call.body[group]]] : [])),
    ),
  }
  if (!ses.store.configurationSets.insert(name, set))
    throw alreadyExists(`Configuration set ${name} already exists.`)
  return {}
}

export const getConfigurationSet: Handler = (ses, call) => {
  const name = param(call, 'ConfigurationSetName')
  const set = ses.store.configurationSets.asOf(ses.settings().eventualConsistencyMs).get(name)
  if (!set) throw configurationSetMissing(name)
  return {
    ConfigurationSetName: set.name,
    SendingOptions: { SendingEnabled: set.sendingEnabled },
    Tags: set.tags,
    ...set.options,
  }
}

export const deleteConfigurationSet: Handler = (ses, call) => {
  const { name } = findSet(ses, param(call, 'ConfigurationSetName'))
  const arn = configurationSetArn(ses, name)
  if (ses.store.associations.all().some((association) => association.resourceArn === arn))
    throw badRequest(
      `Cannot delete <${arn}> because it has tenant associations. Remove all tenant associations and try again.`,
    )
  ses.store.configurationSets.remove(name)
  return {}
}

export const listConfigurationSets: Handler = (ses, call) => {
  const all = ses.store.configurationSets.asOf(ses.settings().eventualConsistencyMs).all()
  const { items, nextToken } = page(all, listPage(call))
  return { ConfigurationSets: items.map((set) => set.name), ...(nextToken && { NextToken: nextToken }) }
}

export const putConfigurationSetSendingOptions: Handler = (ses, call) => {
  const set = findSet(ses, param(call, 'ConfigurationSetName'))
  const sendingEnabled = flag(call.body, 'SendingEnabled') ?? false
  ses.store.configurationSets.put(set.name, { ...set, sendingEnabled })
  return {}
}

function findSet(ses: Ses, name: string): ConfigurationSet {
  const set = ses.store.configurationSets.get(name)
  if (!set) throw configurationSetMissing(name)
  return set
}
