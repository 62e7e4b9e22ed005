export { lineOfBytes } from './clean'
export { openAttachment } from './open-attachment'
export { readMessage } from './read-message'
export type { ParsedMessage } from './types'
