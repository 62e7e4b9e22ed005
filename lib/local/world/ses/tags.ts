import type { Tag } from '../store/entities'
import { badRequest } from './errors'
import { isObject, list, type Body } from './input'

// AWS tagging: 50 on one resource, keys of 128 and values of 256 characters, `aws:` is theirs.
const MOST = 50

export function readTags(body: Body): Tag[] {
  const tags = list(body, 'Tags').map((item) => {
    if (!isObject(item) || typeof item.Key !== 'string' || typeof item.Value !== 'string')
      throw badRequest('Tag keys and values must not be null.')
    return { Key: item.Key, Value: item.Value }
  })
  return checkTags(tags)
}

export function checkTags(tags: Tag[]): Tag[] {
  const seen = new Set<string>()
  for (const { Key, Value } of tags) {
    if (Key.length < 1 || Key.length > 128) throw badRequest('Tag key length must be between 1 and 128.')
    if (Value.length > 256) throw badRequest('Tag value length must be at most 256.')
    if (/^aws:/i.test(Key)) throw badRequest(`Tag key ${Key} must not begin with aws:.`)
    if (seen.has(Key)) throw badRequest(`Duplicate tag key ${Key}.`)
    seen.add(Key)
  }
  if (tags.length > MOST) throw badRequest(`A resource can have at most ${MOST} tags.`)
  return tags
}

export function mergeTags(present: Tag[], added: Tag[]): Tag[] {
  const merged = new Map(present.map((tag) => [tag.Key, tag.Value]))
  for (const tag of added) merged.set(tag.Key, tag.Value)
  return checkTags([...merged].map(([Key, Value]) => ({ Key, Value })))
}
