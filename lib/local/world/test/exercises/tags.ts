import { expect } from 'vitest'
import { arn, refusal } from '../helpers'
import { NOBODY, missingIdentity, makeIdentity, getIdentity, type Exercise } from './shared'

export const tags = {
  async TagResource(stage) {
    await makeIdentity(stage)
    const tag = (Tags: object[], name = stage.domain) =>
      stage.send('TagResource', { ResourceArn: arn(`identity/${name}`), Tags })
    await tag([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '' },
    ])
    await tag([{ Key: 'a', Value: '2' }])
    expect((await getIdentity(stage)).Tags).toEqual([
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '' },
    ])
    expect(await refusal(tag([{ Key: 'a', Value: '' }], NOBODY))).toEqual(missingIdentity)
    const many = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' }))
    expect((await refusal(tag(many))).name).toBe('BadRequestException')
  },
  async ListTagsForResource(stage) {
    await makeIdentity(stage)
    const list = (name: string) => stage.send('ListTagsForResource', { ResourceArn: arn(`identity/${name}`) })
    expect((await list(stage.domain)).Tags).toEqual([])
    expect(await refusal(list(NOBODY))).toEqual(missingIdentity)
  },
} satisfies Record<string, Exercise>
