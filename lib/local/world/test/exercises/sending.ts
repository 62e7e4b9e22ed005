import { expect } from 'vitest'
import { letter, refusal } from '../helpers'
import { makeIdentity, makeSet, throttled, type Exercise } from './shared'

export const sending = {
  async SendEmail(stage) {
    const { send, world, domain } = stage
    await makeIdentity(stage)
    expect(await refusal(send('SendEmail', letter(`a@${domain}`)))).toMatchObject({
      name: 'MessageRejected',
      status: 400,
    })
    await world.panel.forceStatus(domain, { verificationStatus: 'SUCCESS' })
    expect(await send('SendEmail', letter(`a@${domain}`))).toMatchObject({ MessageId: expect.any(String) })
    await makeSet(stage)
    await world.send('PutConfigurationSetSendingOptions', {
      ConfigurationSetName: stage.name,
      SendingEnabled: false,
    })
    const paused = letter(`a@${domain}`, { ConfigurationSetName: stage.name })
    expect(await refusal(send('SendEmail', paused))).toMatchObject({
      name: 'SendingPausedException',
      status: 400,
    })
  },
  async GetAccount(stage) {
    expect(await stage.send('GetAccount')).toMatchObject({
      ProductionAccessEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { MaxSendRate: 14 },
    })
    await throttled(stage, 'GetAccount')
  },
  async PutAccountSendingAttributes(stage) {
    await stage.send('PutAccountSendingAttributes', { SendingEnabled: false })
    expect(await stage.world.send('GetAccount')).toMatchObject({ SendingEnabled: false })
    await stage.send('PutAccountSendingAttributes', { SendingEnabled: true })
    await throttled(stage, 'PutAccountSendingAttributes')
  },
} satisfies Record<string, Exercise>
