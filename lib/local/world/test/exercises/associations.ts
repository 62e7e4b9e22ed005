import { expect } from 'vitest'
import { arn, refusal } from '../helpers'
import {
  NOBODY,
  missingIdentity,
  missingTenant,
  missingSet,
  makeIdentity,
  makeSet,
  makeTenant,
  getIdentity,
  setArn,
  type Exercise,
} from './shared'

export const associations = {
  async CreateTenantResourceAssociation(stage) {
    await makeTenant(stage)
    await makeSet(stage)
    const link = (ResourceArn: string) =>
      stage.send('CreateTenantResourceAssociation', { TenantName: stage.name, ResourceArn })
    await link(setArn(stage.name))
    expect(await refusal(link(setArn(stage.name)))).toEqual({
      name: 'AlreadyExistsException',
      status: 400,
      message: `Resources <${setArn(stage.name)}> has already been associated with tenant ${stage.name}`,
    })
    expect((await refusal(link(arn(`identity/${NOBODY}`)))).status).toBe(404)
    expect((await refusal(link('arn:aws:s3:::bucket'))).message).toBe(
      'Provided resource identifier is not an SES resource',
    )
    expect((await refusal(link(arn('identity')))).message).toBe(
      'Provided ARN is not in SES resource ARN format',
    )
    expect((await refusal(link(arn('contact-list/x')))).message).toBe(
      'Unsupported resource type: contact-list',
    )
  },
  async DeleteTenantResourceAssociation(stage) {
    await makeTenant(stage)
    const ResourceArn = setArn(stage.name)
    await stage.send('DeleteTenantResourceAssociation', { TenantName: stage.name, ResourceArn })
    const refused = stage.send('DeleteTenantResourceAssociation', { TenantName: 'nobody', ResourceArn })
    expect(await refusal(refused)).toEqual(missingTenant)
  },
  async ListTenantResources(stage) {
    await makeTenant(stage)
    await makeSet(stage)
    await makeIdentity(stage)
    for (const ResourceArn of [arn(`identity/${stage.domain}`), setArn(stage.name)])
      await stage.world.send('CreateTenantResourceAssociation', { TenantName: stage.name, ResourceArn })
    const list = (Filter?: object) => stage.send('ListTenantResources', { TenantName: stage.name, Filter })
    expect((await list()).TenantResources).toEqual([
      { ResourceType: 'configuration-set', ResourceArn: setArn(stage.name) },
      { ResourceType: 'identity', ResourceArn: arn(`identity/${stage.domain}`) },
    ])
    expect((await list({ RESOURCE_TYPE: 'identity' })).TenantResources).toHaveLength(1)
    expect((await refusal(list({ RESOURCE_TYPE: 'EMAIL_IDENTITY' }))).message).toBe(
      'Invalid resource type EMAIL_IDENTITY specified.',
    )
  },
  async ListResourceTenants(stage) {
    await makeTenant(stage)
    await makeSet(stage)
    await stage.world.send('CreateTenantResourceAssociation', {
      TenantName: stage.name,
      ResourceArn: setArn(stage.name),
    })
    const found = await stage.send('ListResourceTenants', { ResourceArn: setArn(stage.name) })
    expect(found.ResourceTenants).toMatchObject([
      { TenantName: stage.name, AssociatedTimestamp: expect.any(Date) },
    ])
    expect(await refusal(stage.send('ListResourceTenants', { ResourceArn: setArn('nobody') }))).toEqual(
      missingSet,
    )
  },
  async UntagResource(stage) {
    await makeIdentity(stage)
    const ResourceArn = arn(`identity/${stage.domain}`)
    const Tags = ['a', 'b', 'c'].map((Key) => ({ Key, Value: '' }))
    await stage.world.send('TagResource', { ResourceArn, Tags })
    await stage.send('UntagResource', { ResourceArn, TagKeys: ['a', 'c'] })
    expect((await getIdentity(stage)).Tags).toEqual([{ Key: 'b', Value: '' }])
    const missing = { ResourceArn: arn(`identity/${NOBODY}`), TagKeys: ['a'] }
    expect(await refusal(stage.send('UntagResource', missing))).toEqual(missingIdentity)
  },
} satisfies Record<string, Exercise>
