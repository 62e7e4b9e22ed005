import { readAttachments } from '@/lib/gateways/mime'
import { contentIdOf } from '../html/sanitise'
import { openRaw } from './contents'
import type { Opened } from './look-at'

const MB = 1024 * 1024
const [MOST, MOST_BYTES, MOST_OF_ALL] = [20, 2 * MB, 8 * MB]
const kinds = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Pictures that came along and are named in the HTML, as `data:` URLs by their content ids. */
export async function inlinePictures({
  row,
  parsed,
}: Pick<Opened, 'row' | 'parsed'>): Promise<Map<string, string>> {
  const named = new Set(
    [...parsed.html.matchAll(/cid:[^"'\s<>)]+/gi)]
      .slice(0, 200)
      .map(([url]) => contentIdOf(url.replaceAll('&amp;', '&'))),
  )
  const fitting = parsed.attachments.filter(
    ({ contentId, type, size }) =>
      contentId && named.has(contentId) && kinds.includes(type) && size <= MOST_BYTES,
  )
  const wanted = new Map<number, { contentId: string; type: string }>()
  const ids = new Set<string>()
  let all = 0
  for (const { index, contentId, type, size } of fitting.slice(0, MOST)) {
    if (all + size > MOST_OF_ALL || ids.has(contentId!)) continue
    all += size
    ids.add(contentId!)
    wanted.set(index, { contentId: contentId!, type })
  }
  const pictures = await readAttachments(() => openRaw(row), new Set(wanted.keys()))
  return new Map(
    [...pictures].map(([index, bytes]) => {
      const { contentId, type } = wanted.get(index)!
      return [contentId, `data:${type};base64,${bytes.toString('base64')}`]
    }),
  )
}
