import { expect, it } from 'vitest'
import { decodeWords } from './decode-words'
import { textBody } from './text-body'

const mail = (...lines: string[]) => Buffer.from(lines.join('\n'), 'utf8')

it('finds the words of a nested message', () => {
  const raw = mail(
    'Content-Type: multipart/mixed; boundary="out"', '', '--out',
    'Content-Type: multipart/alternative; boundary=in', '', '--in',
    'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', '', 'Gr=FC=', '=DFe', '--in',
    'Content-Type: text/html', '', '<p>no</p>', '--in--', '--out--',
  ) // prettier-ignore
  expect(textBody(raw)).toBe('Grüße')
})

it('falls back on HTML without its tags, and on nothing', () => {
  expect(textBody(mail('Content-Type: text/html', '', '<b>Hi</b> there'))).toBe('Hi there')
  expect(textBody(mail('Subject: only a header'))).toBe('')
})

it('reads encoded words', () => {
  expect(decodeWords('=?utf-8?Q?Gr=C3=BC_?= =?utf-8?B?w59l?= end')).toBe('Grü ße end')
})
