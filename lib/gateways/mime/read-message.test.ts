import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { bounds } from './bounds'
import { openAttachment, readAttachments, readMessage, type ParsedMessage } from './index'
import { hostile } from './testing/hostile'

const read = (raw: Buffer | string) => readMessage(openOf(raw))
const openOf =
  (raw: Buffer | string, size = 64 * 1024) =>
  () =>
    Promise.resolve(Readable.from(chunks(Buffer.from(raw as string), size), { objectMode: false }))
function* chunks(raw: Buffer, size: number) {
  for (let at = 0; at < raw.length; at += size) yield raw.subarray(at, at + size)
}
const lines = (...all: string[]) => all.join('\r\n')

/** What everybody who stores or shows it relies on. */
function expectBounded(message: ParsedMessage) {
  const { headers, from, to, cc, replyTo, messageId, inReplyTo, references, attachments } = message
  const { text, html, subject } = message
  expect(headers.length).toBeLessThanOrEqual(bounds.headers)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3 * bounds.textBytes + 3)
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(3 * bounds.htmlBytes + 3)
  expect(subject.length).toBeLessThanOrEqual(bounds.subjectChars)
  expect(references.length).toBeLessThanOrEqual(bounds.references)
  for (const id of [messageId ?? '', inReplyTo ?? '', ...references])
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(bounds.idBytes)
  expect(attachments.length).toBeLessThanOrEqual(bounds.attachments)
  for (const people of [from, to, cc, replyTo]) expect(people.length).toBeLessThanOrEqual(bounds.addresses)
  for (const { name, address } of [...from, ...to, ...cc, ...replyTo]) {
    expect(name.length).toBeLessThanOrEqual(bounds.nameChars)
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(bounds.addressBytes)
  }
  for (const { name, index } of attachments) {
    expect(name).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e\u2066-\u2069]|^\.|^$/)
    expect(name.length).toBeLessThanOrEqual(150)
    expect(attachments[index]).toBeDefined()
  }
  const all = JSON.stringify(message)
  expect(all).not.toContain('\\u0000')
  expect(all.isWellFormed() && !/\\ud[89a-f]/i.test(all), 'no half letters').toBe(true)
}

describe('whatever comes is read as well as can be, in time, and fits the tables', () => {
  it.each(Object.entries(hostile))('%s', async (_, raw) => {
    const spent = ownTime()
    const message = await read(raw)
    expect(spent()).toBeLessThan(5_000)
    expectBounded(message)
  })

  it('any bytes, in any pieces', async () => {
    const letters = fc.constantFrom(
      'From: ',
      '\r\n',
      '\n',
      '--B',
      'Content-Type: multipart/mixed; boundary=B',
      ':',
      '=?utf-8?Q?=C3?=',
      '\0',
      '<',
      '>',
      '"',
      'a',
      'é',
      ' ',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(letters, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (words, size) => {
          const raw = words.join('')
          const [whole, inPieces] = [await read(raw), await readMessage(openOf(raw, size))]
          expectBounded(whole)
          expect(inPieces).toEqual(whole)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('of hostile mail', () => {
  const of = (name: keyof typeof hostile) => read(hostile[name]!)
  it('what stands first is read, although there is too much', async () => {
    for (const name of ['10,000 fields', '100,000 fields', '10,000 parts within each other'])
      expect(await of(name), name).toMatchObject({
        subject: 'hello',
        from: [{ name: 'Ada', address: 'ada@x.dev' }],
        truncated: true,
      })
    expect((await of('a header without an end')).defects).toContain('Its header is too long to be read.')
  })
  it('a head of which not all was read says so', async () => {
    for (const name of ['10,000 fields', '100,000 fields', 'a header without an end'])
      expect(await of(name), name).toMatchObject({ headTruncated: true })
    const long = (n: number) => read(Buffer.from(`Subject: hello\r\nX-Long: ${'x'.repeat(n)}\r\n\r\nText`))
    expect(await long(70_000)).toMatchObject({ headTruncated: true, text: 'Text' })
    expect(await long(60_000)).toMatchObject({ headTruncated: false, text: 'Text' })
  })
  it.each([
    ['raw Latin-1 in the subject', { subject: 'Grüße' }],
    ['encoded words that hide controls', { subject: 'a\uFFFDb Bcc: x' }],
    ['broken base64', { text: 'hellohello world' }],
    ['truncated base64', { text: 'hello worl' }],
    ['broken quoted-printable', { text: 'a=ZZb===4' }],
    ['an unknown charset', { text: 'grüße' }],
    ['UTF-7', { text: '<script>' }],
    ['ISO-2022-JP', { text: '日本' }],
    ['half a UTF-8 letter', { text: 'a' }],
    [
      'groups',
      {
        to: ['b@x.dev', 'c@x.dev', 'e@x.dev'].map((address) => ({
          name: address === 'c@x.dev' ? 'C, D' : '',
          address,
        })),
      },
    ],
    ['an empty sender', { from: [] }],
    ['a sender with a name of 60,000 letters', { from: [{ address: 'ada@x.dev' }] }],
    ['a message id of 900 letters of three bytes', { messageId: null }],
    ['the 31st of February', { date: null, defects: ['Its date cannot be read.'] }],
    ['several senders', { from: [{ address: 'a@x.dev' }, { address: 'b@y.dev' }], subject: 'one' }],
    ['no bytes at all', { headers: [], text: '', defects: ['It has no header.'] }],
    ['no header', { text: 'just text', defects: ['It has no header.'] }],
    [
      'a container without a boundary',
      { text: 'body', defects: ['It names no boundary between its parts.'] },
    ],
  ] satisfies [string, object][])('%s', async (name, expected) => {
    expect(await of(name)).toMatchObject(expected)
  })
  it.each([
    ['a file that wants up', 'passwd'],
    ['a file of an evil name', 'invoice fdp.exe'],
    ['a name in pieces and charsets', '€.pdf'],
    ['a name of dots', 'document.pdf'],
    ['a TNEF file', 'winmail.dat'],
    ['a message in a message in a message', 'message.eml'],
  ])('%s is called %s', async (mail, name) => {
    expect((await of(mail)).attachments.map((a) => a.name)).toEqual([name])
  })
})

describe('a message', () => {
  const raw = lines(
    'From: =?utf-8?q?Ada_L=C3=B6?= <ada@x.dev>',
    'Date: Thu, 13 Feb 2025 10:20:30 +0100 (CET)',
    'Message-ID: <own@x.dev>',
    'In-Reply-To: <1@x.dev>',
    'References: <0@x.dev>',
    ' <1@x.dev>',
    'Content-Type: multipart/mixed; boundary=BB',
    '',
    'This is a multi-part message.',
    '--BB',
    'Content-Type: multipart/alternative; boundary=CC',
    '',
    '--CC',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Gr=FC=DFe =',
    'aus K=F6ln   ',
    '--CC',
    'Content-Type: multipart/related; boundary=DD',
    '',
    '--DD',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<b>Grüße</b><img src="cid:logo">',
    '--DD',
    'Content-Type: image/png',
    'Content-ID: <logo>',
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    '--DD--',
    '--CC--',
    '--BB',
    'Content-Type: text/plain; name=notes.txt',
    'Content-Disposition: attachment',
    '',
    'a file, not the text',
    '--BB--',
    '',
  )
  it('is taken apart', async () => {
    expect(await read(raw)).toMatchObject({
      from: [{ name: 'Ada Lö', address: 'ada@x.dev' }],
      date: new Date('2025-02-13T09:20:30Z'),
      messageId: 'own@x.dev',
      inReplyTo: '1@x.dev',
      references: ['0@x.dev', '1@x.dev'],
      text: 'Grüße aus Köln',
      html: '<b>Grüße</b><img src="cid:logo">',
      attachments: [
        { index: 0, type: 'image/png', size: 5, inline: true, contentId: 'logo' },
        { index: 1, name: 'notes.txt', type: 'text/plain', size: 20, inline: false, contentId: null },
      ],
      ...{ truncated: false, headTruncated: false },
      defects: [],
    })
  })
  it('gives its files one by one, as long as they were listed', async () => {
    const opened = await openAttachment(openOf(raw, 5), 1)
    expect(opened).toMatchObject({ name: 'notes.txt', type: 'text/plain' })
    expect((await buffer(opened!.stream)).toString()).toBe('a file, not the text')
    expect(await openAttachment(openOf(raw), 2)).toBeNull()
  })
  it('gives several in one pass, which ends with the last of them', async () => {
    const long = raw.replace('a file, not the text', 'long '.repeat(100_000))
    let read = 0
    function* counted() {
      for (const chunk of chunks(Buffer.from(long), 1_000)) {
        read += chunk.length
        yield chunk
      }
    }
    const open = () => Promise.resolve(Readable.from(counted(), { objectMode: false }))
    const some = async (...indexes: number[]) => {
      read = 0
      const found = await readAttachments(open, new Set(indexes))
      return [...found].map(([index, bytes]) => `${index}: ${bytes.length}`)
    }
    expect(await some(0, 1, 2)).toEqual(['0: 5', '1: 500000'])
    expect(read).toBe(Buffer.byteLength(long))
    expect(await some(0)).toEqual(['0: 5'])
    expect(read).toBeLessThan(long.length / 2)
    expect(await some()).toEqual([])
    expect(read).toBe(0)
  })
})
