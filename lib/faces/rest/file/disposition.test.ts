import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attachmentNamed } from './disposition'

it.each([
  ['invoice.pdf', `attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`],
  ['Übersicht 1.pdf', `attachment; filename="U_bersicht 1.pdf"; filename*=UTF-8''%C3%9Cbersicht%201.pdf`],
  ['a"b\\c.txt', `attachment; filename="c.txt"; filename*=UTF-8''c.txt`],
  ['../../etc/passwd', `attachment; filename="passwd"; filename*=UTF-8''passwd`],
  [
    'x\r\nSet-Cookie: a=b',
    `attachment; filename="xSet-Cookie: a=b"; filename*=UTF-8''xSet-Cookie%3A%20a%3Db`,
  ],
  ['invoice\u202efdp.exe', `attachment; filename="invoicefdp.exe"; filename*=UTF-8''invoicefdp.exe`],
  ['...', `attachment; filename="file"; filename*=UTF-8''file`],
])('%j', (name, header) => expect(attachmentNamed(name)).toBe(header))

it('is a header whatever the name is, and says it back', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachmentNamed(name)
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
      const [, whole = ''] = /filename\*=UTF-8''(.+)$/.exec(header) ?? []
      expect(decodeURIComponent(whole)).not.toMatch(/[/\\]/)
      expect(header).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/)
    }),
  ))
