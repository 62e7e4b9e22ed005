import type { Tag } from '../../store/entities'
import { parseArn } from '../arns'
import type { Handler, Ses } from '../context'
import { badRequest, configurationSetMissing, identityMissing, notFound } from '../errors'
import { requiredText } from '../input'
import { mergeTags, readTags } from '../tags'

export const tagResource: Handler = (ses, call) => {
  const resource = tagged(ses, requiredText(call.body, 'ResourceArn'))
  resource.write(mergeTags(resource.tags, readTags(call.body)))
  return {}
}

export const untagResource: Handler = (ses, call) => {
  const resource = tagged(ses, call.query.get('ResourceArn') ?? '')
  const gone = call.query.getAll('TagKeys')
  resource.write(resource.tags.filter((tag) => !gone.includes(tag.Key)))
  return {}
}

export const listTagsForResource: Handler = (ses, call) => ({
  Tags: tagged(ses, call.query.get('ResourceArn') ?? '').tags,
})

interface Tagged {
  tags: Tag[]
  write(tags: Tag[]): void
}

function tagged(ses: Ses, arn: string): Tagged {
  const { kind, rest } = parseArn(ses, arn)
  const { identities, configurationSets, tenants } = ses.store
  switch (kind) {
    case 'identity': {
      const identity = identities.get(rest)
      if (!identity) throw identityMissing(rest)
      return { tags: identity.tags, write: (tags) => identities.put(rest, { ...identity, tags }) }
    }
    case 'configuration-set': {
      const set = configurationSets.get(rest)
      if (!set) throw configurationSetMissing(rest)
      return { tags: set.tags, write: (tags) => configurationSets.put(rest, { ...set, tags }) }
    }
    case 'tenant': {
      // A tenant is found by its id; the name has to fit.
      const [name = '', id = ''] = rest.split('/')
      const tenant = tenants.all().find((one) => one.id === id)
      if (!tenant || tenant.name !== name)
        throw notFound(`No Tenant present with name: ${name}with tenantId: ${id}`)
      return { tags: tenant.tags, write: (tags) => tenants.put(tenant.name, { ...tenant, tags }) }
    }
    default:
      throw badRequest(`Unsupported resource type: ${kind}`)
  }
}
