import { randomUUID } from 'node:crypto'
import { rawMail } from '@/lib/messages/testing/mail'

const WORDS =
  'we have looked at your offer and would like to know when the first part of it can be with us since our shop opens again after the holidays thank you for the quick answer and best regards from all of us'.split(
    ' ',
  )

/** About 20 kB as people send them: a text of some hundred words, the same as HTML, and a file. No two are the same. */
export function realMail(id = randomUUID()): Buffer {
  const text = prose(id, 400)
  return rawMail(
    {
      'Message-ID': `<${id}@sender.example>`,
      Subject: `Your offer ${id.slice(0, 8)}`,
      'Content-Type': 'multipart/mixed; boundary=B',
    },
    [
      ...['--B', 'Content-Type: text/plain; charset=utf-8', '', text],
      ...[
        '--B',
        'Content-Type: text/html; charset=utf-8',
        '',
        `<p>${text.replaceAll('\r\n', '</p>\r\n<p>')}</p>`,
      ],
      ...[
        '--B',
        'Content-Type: application/pdf; name=offer.pdf',
        'Content-Transfer-Encoding: base64',
        '',
        FILE,
      ],
      '--B--',
    ].join('\r\n'),
  )
}

const FILE = `${'QUJD'.repeat(19)}\r\n`.repeat(190)

/** The same words in another order, with some that nobody else has. */
function prose(id: string, count: number): string {
  let [seed, line] = [Number.parseInt(id.slice(0, 8), 16), '']
  for (let n = 0; n < count; n++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    line += seed % 17 === 0 ? `n${seed % 9_973}` : WORDS[seed % WORDS.length]!
    line += n % 12 === 11 ? '.\r\n' : ' '
  }
  return line
}
