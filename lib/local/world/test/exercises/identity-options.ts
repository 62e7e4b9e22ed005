import { expect } from 'vitest'
import { pick, refusal } from '../helpers'
import {
  NOBODY,
  missingIdentity,
  missingSet,
  makeIdentity,
  makeSet,
  getIdentity,
  type Exercise,
} from './shared'

export const identityOptions = {
  async PutEmailIdentityMailFromAttributes(stage) {
    const put = (MailFromDomain?: string, EmailIdentity = stage.domain) =>
      stage.send('PutEmailIdentityMailFromAttributes', { EmailIdentity, MailFromDomain })
    await makeIdentity(stage)
    await put(`send.${stage.domain}`)
    expect(pick(await getIdentity(stage), 'MailFromAttributes')).toEqual({
      MailFromDomain: `send.${stage.domain}`,
      MailFromDomainStatus: 'PENDING',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    })
    expect(await refusal(put('send.elsewhere.example'))).toMatchObject({
      name: 'BadRequestException',
      status: 400,
    })
    expect(await refusal(put(stage.domain))).toMatchObject({ name: 'BadRequestException', status: 400 })
    expect(await refusal(put('send.nobody.example', NOBODY))).toEqual(missingIdentity)
    await put('')
    expect(pick(await getIdentity(stage), 'MailFromAttributes.MailFromDomain')).toBeUndefined()
  },
  async PutEmailIdentityDkimAttributes(stage) {
    await makeIdentity(stage)
    await stage.send('PutEmailIdentityDkimAttributes', { EmailIdentity: stage.domain, SigningEnabled: false })
    expect(pick(await getIdentity(stage), 'DkimAttributes.SigningEnabled')).toBe(false)
    expect(await refusal(stage.send('PutEmailIdentityDkimAttributes', { EmailIdentity: NOBODY }))).toEqual({
      name: 'BadRequestException',
      status: 400,
      message: `Domain ${NOBODY} is not verified for DKIM signing.`,
    })
  },
  async PutEmailIdentityDkimSigningAttributes(stage) {
    const made = await makeIdentity(stage)
    const put = (EmailIdentity: string) =>
      stage.send('PutEmailIdentityDkimSigningAttributes', {
        EmailIdentity,
        SigningAttributesOrigin: 'AWS_SES',
      })
    expect(await put(stage.domain)).toMatchObject({
      DkimStatus: 'PENDING',
      DkimTokens: pick(made, 'DkimAttributes.Tokens'),
    })
    expect(await refusal(put(NOBODY))).toEqual(missingIdentity)
    await stage.world.send('CreateEmailIdentity', { EmailIdentity: `box@${stage.domain}` })
    expect((await refusal(put(`box@${stage.domain}`))).message).toBe(
      'The EmailIdentity value must be a valid domain.',
    )
  },
  async PutEmailIdentityFeedbackAttributes(stage) {
    await makeIdentity(stage)
    await stage.send('PutEmailIdentityFeedbackAttributes', {
      EmailIdentity: stage.domain,
      EmailForwardingEnabled: false,
    })
    expect(await getIdentity(stage)).toMatchObject({ FeedbackForwardingStatus: false })
    expect(
      await refusal(stage.send('PutEmailIdentityFeedbackAttributes', { EmailIdentity: NOBODY })),
    ).toEqual(missingIdentity)
  },
  async PutEmailIdentityConfigurationSetAttributes(stage) {
    const put = (ConfigurationSetName?: string, EmailIdentity = stage.domain) =>
      stage.send('PutEmailIdentityConfigurationSetAttributes', { EmailIdentity, ConfigurationSetName })
    await makeIdentity(stage)
    await makeSet(stage)
    await put(stage.name)
    expect(await getIdentity(stage)).toMatchObject({ ConfigurationSetName: stage.name })
    expect(await refusal(put('nobody'))).toEqual(missingSet)
    expect(await refusal(put(stage.name, NOBODY))).toEqual(missingIdentity)
    await put()
    expect((await getIdentity(stage)).ConfigurationSetName).toBeUndefined()
  },
} satisfies Record<string, Exercise>
