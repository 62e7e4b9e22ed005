import { expect } from 'vitest'
import { refusal } from '../helpers'
import { missingSet, makeSet, walkPages, type Exercise } from './shared'

export const configurationSets = {
  async CreateConfigurationSet({ send, name }) {
    const create = (ConfigurationSetName: string) => send('CreateConfigurationSet', { ConfigurationSetName })
    await create(name)
    expect(await refusal(create(name))).toEqual({
      name: 'AlreadyExistsException',
      status: 400,
      message: `Configuration set ${name} already exists.`,
    })
    expect((await refusal(create('no good'))).name).toBe('BadRequestException')
  },
  async GetConfigurationSet(stage) {
    await makeSet(stage)
    expect(await stage.send('GetConfigurationSet', { ConfigurationSetName: stage.name })).toMatchObject({
      ConfigurationSetName: stage.name,
      SendingOptions: { SendingEnabled: true },
    })
    expect(await refusal(stage.send('GetConfigurationSet', { ConfigurationSetName: 'nobody' }))).toEqual(
      missingSet,
    )
  },
  async DeleteConfigurationSet(stage) {
    await makeSet(stage)
    await stage.send('DeleteConfigurationSet', { ConfigurationSetName: stage.name })
    expect(await refusal(stage.send('DeleteConfigurationSet', { ConfigurationSetName: 'nobody' }))).toEqual(
      missingSet,
    )
  },
  async ListConfigurationSets(stage) {
    await makeSet(stage)
    expect(await walkPages(stage.send, 'ListConfigurationSets', 'ConfigurationSets')).toContain(stage.name)
    expect(await refusal(stage.send('ListConfigurationSets', { NextToken: 'bad' }))).toMatchObject({
      name: 'BadRequestException',
    })
  },
  async PutConfigurationSetSendingOptions(stage) {
    const put = (ConfigurationSetName: string) =>
      stage.send('PutConfigurationSetSendingOptions', { ConfigurationSetName, SendingEnabled: false })
    await makeSet(stage)
    await put(stage.name)
    const set = await stage.world.send('GetConfigurationSet', { ConfigurationSetName: stage.name })
    expect(set).toMatchObject({ SendingOptions: { SendingEnabled: false } })
    expect(await refusal(put('nobody'))).toEqual(missingSet)
  },
} satisfies Record<string, Exercise>
