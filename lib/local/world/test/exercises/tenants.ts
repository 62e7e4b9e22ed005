import { expect } from 'vitest'
import { arn, refusal } from '../helpers'
import { missingTenant, nullMember, makeSet, makeTenant, setArn, walkPages, type Exercise } from './shared'

export const tenants = {
  async CreateTenant({ send, name }) {
    const made = await send('CreateTenant', { TenantName: name })
    expect(made).toMatchObject({
      TenantName: name,
      SendingStatus: 'ENABLED',
      CreatedTimestamp: expect.any(Date),
    })
    expect(made.TenantId).toMatch(/^tn-[0-9a-f]{30}$/)
    expect(made.TenantArn).toBe(arn(`tenant/${name}/${String(made.TenantId)}`))
    expect(await refusal(send('CreateTenant', { TenantName: name }))).toEqual({
      name: 'AlreadyExistsException',
      status: 400,
      message: `Tenant with name ${name} already exists in account 111122223333`,
    })
    expect(await refusal(send('CreateTenant', {}))).toEqual(nullMember('tenantName'))
    expect((await refusal(send('CreateTenant', { TenantName: 'x'.repeat(65) }))).message).toBe(
      'TenantName cannot exceed 64 characters.',
    )
    expect((await refusal(send('CreateTenant', { TenantName: 'a b' }))).message).toBe(
      "Invalid tenant name <a b>: only alphanumeric ASCII characters, '_', and '-' are allowed.",
    )
  },
  async GetTenant(stage) {
    await makeTenant(stage)
    const found = await stage.send('GetTenant', { TenantName: stage.name })
    expect(found.Tenant).toMatchObject({ TenantName: stage.name, Tags: [], SendingStatus: 'ENABLED' })
    expect(await refusal(stage.send('GetTenant', { TenantName: 'nobody' }))).toEqual(missingTenant)
    expect((await refusal(stage.send('GetTenant', { TenantName: '' }))).message).toBe(
      'TenantName cannot be empty',
    )
  },
  async ListTenants(stage) {
    await makeTenant(stage)
    const names = (await walkPages(stage.send, 'ListTenants', 'Tenants')).map((tenant) => tenant.TenantName)
    expect(names).toContain(stage.name)
    expect(names).toEqual([...names].sort())
    expect((await refusal(stage.send('ListTenants', { NextToken: 'bad' }))).message).toBe(
      'Invalid Next Token',
    )
  },
  async DeleteTenant(stage) {
    await makeTenant(stage)
    await makeSet(stage)
    await stage.world.send('CreateTenantResourceAssociation', {
      TenantName: stage.name,
      ResourceArn: setArn(stage.name),
    })
    await stage.send('DeleteTenant', { TenantName: stage.name })
    const left = await stage.world.send('ListResourceTenants', { ResourceArn: setArn(stage.name) })
    expect(left.ResourceTenants).toEqual([])
    expect(await refusal(stage.send('DeleteTenant', { TenantName: 'nobody' }))).toEqual(missingTenant)
  },
  async UpdateReputationEntityCustomerManagedStatus(stage) {
    const { TenantArn } = await makeTenant(stage)
    const put = (ReputationEntityReference: unknown, SendingStatus: string) =>
      stage.send('UpdateReputationEntityCustomerManagedStatus', {
        ReputationEntityType: 'RESOURCE',
        ReputationEntityReference,
        SendingStatus,
      })
    await put(TenantArn, 'DISABLED')
    const found = await stage.world.send('GetTenant', { TenantName: stage.name })
    expect(found.Tenant).toMatchObject({ SendingStatus: 'DISABLED' })
    expect((await refusal(put(TenantArn, 'OFF'))).message).toContain(
      'enum value set: [DISABLED, ENABLED, REINSTATED]',
    )
    expect((await refusal(put(arn('tenant/nobody/tn-0'), 'DISABLED'))).name).toBe('BadRequestException')
  },
  async GetReputationEntity(stage) {
    const { TenantArn } = await makeTenant(stage)
    const get = (ReputationEntityReference: unknown) =>
      stage.send('GetReputationEntity', { ReputationEntityType: 'RESOURCE', ReputationEntityReference })
    expect((await get(TenantArn)).ReputationEntity).toMatchObject({
      ReputationEntityReference: TenantArn,
      ReputationManagementPolicy: 'arn:aws:ses:eu-west-1:aws:reputation-policy/standard',
      CustomerManagedStatus: { Status: 'ENABLED', LastUpdatedTimestamp: expect.any(Date) },
      SendingStatusAggregate: 'ENABLED',
    })
    expect((await refusal(get(arn('tenant/nobody/tn-0')))).name).toBe('NotFoundException')
  },
} satisfies Record<string, Exercise>
