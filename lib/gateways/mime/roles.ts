import { line } from './clean'
import { fileName } from './file-name'
import type { Attachment } from './types'
import type { Part } from './walk'

export type Role = 'container' | 'text' | 'html' | Omit<Attachment, 'size'>

// What a mail server says of a delivery is read like a text.
const texts = new Set(['text/plain', 'message/delivery-status', ''])

/** What each part is to a reader, told in the order they come: the same for whoever lists them and whoever opens one. */
export class Roles {
  private index = 0
  private hasText = false

  of(part: Part): Role {
    if (part.isContainer) return 'container'
    const kind = texts.has(part.type) || part.isBoundless ? 'text' : part.type === 'text/html' ? 'html' : null
    // A text with a name is a file, unless it is all there is.
    const isFile = part.disposition === 'attachment' || (part.fileName !== '' && this.hasText)
    if (kind && !isFile) {
      this.hasText = true
      return kind
    }
    return this.attachment(part)
  }

  private attachment(part: Part): Role {
    const index = this.index++
    const type = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(part.type)
      ? part.type.slice(0, 100)
      : 'application/octet-stream'
    const isRelated = part.parentType === 'multipart/related' && part.contentId !== null
    return {
      index,
      type,
      name: fileName(part.fileName, type, index),
      inline: part.disposition === 'inline' || (isRelated && part.disposition !== 'attachment'),
      contentId: part.contentId === null ? null : line(part.contentId, 200),
    }
  }
}
