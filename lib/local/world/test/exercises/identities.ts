import { expect } from 'vitest'
import { arn, pick, refusal } from '../helpers'
import {
  NOBODY,
  missingIdentity,
  missingSet,
  makeIdentity,
  makeTenant,
  getIdentity,
  walkPages,
  type Exercise,
} from './shared'

export const identities = {
  async CreateEmailIdentity({ send, domain }) {
    const made = await send('CreateEmailIdentity', {
      EmailIdentity: domain,
      Tags: [{ Key: 'k', Value: 'v' }],
    })
    expect(made).toMatchObject({
      IdentityType: 'DOMAIN',
      VerifiedForSendingStatus: false,
      DkimAttributes: { SigningEnabled: true, Status: 'NOT_STARTED', SigningAttributesOrigin: 'AWS_SES' },
    })
    expect(pick(made, 'DkimAttributes.LastKeyGenerationTimestamp')).toBeInstanceOf(Date)
    for (const token of pick(made, 'DkimAttributes.Tokens') as string[])
      expect(token).toMatch(/^[a-z0-9]{32}$/)
    expect(await refusal(send('CreateEmailIdentity', { EmailIdentity: domain }))).toEqual({
      name: 'AlreadyExistsException',
      status: 400,
      message: `Email identity ${domain} already exist.`,
    })
    const other = { EmailIdentity: `other.${domain}`, ConfigurationSetName: 'nobody' }
    expect(await refusal(send('CreateEmailIdentity', other))).toEqual(missingSet)
  },
  async GetEmailIdentity(stage) {
    await makeIdentity(stage)
    const found = await stage.send('GetEmailIdentity', { EmailIdentity: stage.domain })
    expect(found).toMatchObject({
      VerificationStatus: 'PENDING',
      FeedbackForwardingStatus: true,
      MailFromAttributes: { BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      Policies: {},
      Tags: [],
    })
    expect(await refusal(stage.send('GetEmailIdentity', { EmailIdentity: NOBODY }))).toEqual(missingIdentity)
  },
  async DeleteEmailIdentity(stage) {
    await makeIdentity(stage)
    await makeTenant(stage)
    const link = { TenantName: stage.name, ResourceArn: arn(`identity/${stage.domain}`) }
    await stage.world.send('CreateTenantResourceAssociation', link)
    const refused = await refusal(stage.send('DeleteEmailIdentity', { EmailIdentity: stage.domain }))
    expect(refused).toMatchObject({ name: 'BadRequestException', status: 400 })
    expect(refused.message).toContain('because it has tenant associations')
    await stage.world.send('DeleteTenantResourceAssociation', link)
    await stage.send('DeleteEmailIdentity', { EmailIdentity: stage.domain })
    expect((await refusal(getIdentity(stage))).status).toBe(404)
    expect(await refusal(stage.send('DeleteEmailIdentity', { EmailIdentity: NOBODY }))).toEqual(
      missingIdentity,
    )
  },
  async ListEmailIdentities(stage) {
    await makeIdentity(stage)
    const all = await walkPages(stage.send, 'ListEmailIdentities', 'EmailIdentities')
    expect(all).toContainEqual({
      IdentityType: 'DOMAIN',
      IdentityName: stage.domain,
      SendingEnabled: false,
      VerificationStatus: 'PENDING',
    })
    expect(await refusal(stage.send('ListEmailIdentities', { NextToken: 'bad' }))).toEqual({
      name: 'BadRequestException',
      status: 400,
      message: 'Invalid NextToken <bad>.',
    })
  },
} satisfies Record<string, Exercise>
