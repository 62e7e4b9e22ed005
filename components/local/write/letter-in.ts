import type { Letter } from '@/lib/local/world/types'

// Half a megabyte and its third more in base64 pass through one server action.
const MOST_BYTES = 500_000

export class TooLarge extends Error {}

/** What was typed, as it is sent. @throws TooLarge */
export async function letterIn(data: FormData): Promise<Letter & { door: 'network' | 'smtp' }> {
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  const html = text('html').trim()
  const file = data.get('file')
  return {
    fromName: text('fromName'),
    from: text('from'),
    to: text('to')
      .split(/[\s,;]+/)
      .filter(Boolean),
    subject: text('subject'),
    text: text('text'),
    ...(html && { html }),
    ...(file instanceof File && file.size > 0 && { file: await enclosed(file) }),
    door: text('door') === 'smtp' ? 'smtp' : 'network',
  }
}

async function enclosed(file: File) {
  if (file.size > MOST_BYTES) throw new TooLarge('Choose a file of at most 500 kB.')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { name: file.name, type: file.type || 'application/octet-stream', content }
}
