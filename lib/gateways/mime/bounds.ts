/** What is read of a message, whatever its sender has made of it. The raw message keeps the rest. */
export const bounds = {
  headers: 500,
  /** characters of all of them */
  headerChars: 256 * 1024,
  /** of one of them, before it is taken apart */
  fieldChars: 64 * 1024,
  /** bytes of the head of a part that are looked for its end */
  headBytes: 1024 * 1024,
  parts: 200,
  attachments: 500,
  textBytes: 256 * 1024,
  htmlBytes: 1024 * 1024,
  addresses: 200,
  /** characters of one mailbox, name and address, as they are written */
  mailboxChars: 1_000,
  /** of all mailboxes of a field */
  addressesChars: 16 * 1024,
  nameChars: 200,
  // RFC 5321 4.5.3.1: 64 octets, an @ and 255. Bytes, as addresses and ids are looked up: an index takes 2,700 of a row.
  addressBytes: 320,
  subjectChars: 998,
  // RFC 5322 2.1.1: a line.
  idBytes: 998,
  references: 100,
} as const
