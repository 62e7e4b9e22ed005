/** Messages that nobody sends by mistake, made here so that none of them lies about in a repository. */
const CRLF = '\r\n'
const head = (...lines: string[]) => lines.join(CRLF) + CRLF + CRLF
const base = ['From: Ada <ada@x.dev>', 'To: bob@y.dev', 'Subject: hello']
const mail = (lines: string[], body = 'body') => Buffer.from(head(...lines) + body)
const bytes = (lines: string[], body: Buffer) => Buffer.concat([Buffer.from(head(...lines)), body])
const many = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join('')
const type = (value: string, ...more: string[]) => [...base, `Content-Type: ${value}`, ...more]

function nested(depth: number): Buffer {
  const open = many(
    depth,
    (i) => `--b${i}${CRLF}Content-Type: multipart/mixed; boundary=b${i + 1}${CRLF}${CRLF}`,
  )
  return mail(type('multipart/mixed; boundary=b0'), open + `--b${depth}${CRLF}${CRLF}deep`)
}
const parts = (n: number, part: (i: number) => string, kind = 'mixed') =>
  mail(type(`multipart/${kind}; boundary=B`), many(n, (i) => `--B${CRLF}${part(i)}${CRLF}`) + `--B--${CRLF}`)
const file = (disposition: string, more = '') =>
  parts(
    1,
    () => `Content-Type: application/pdf${CRLF}Content-Disposition: ${disposition}${CRLF}${more}${CRLF}data`,
  )

export const hostile: Record<string, Buffer> = {
  'no bytes at all': Buffer.alloc(0),
  'one line feed': Buffer.from('\n'),
  'a NUL': Buffer.from('\0'),
  'a megabyte of NULs': Buffer.alloc(1_000_000),
  'no header': Buffer.from(`${CRLF}just text`),
  'no body': Buffer.from('From: ada@x.dev'),
  'a header without an end': Buffer.from(`Subject: ${'x'.repeat(3_000_000)}`),
  'lines that are no fields': mail(['hello', ': none', 'a b: c', ...base]),
  '10,000 fields': mail([...base, ...Array.from({ length: 10_000 }, (_, i) => `X-${i}: ${i}`)]),
  '100,000 fields': mail([...base, ...Array.from({ length: 100_000 }, (_, i) => `X-Some-Field-${i}: ${i}`)]),
  'a field folded 100,000 times': mail([...base, `X-Long: a${many(100_000, () => `${CRLF} a`)}`]),
  '10,000 parts within each other': nested(10_000),
  '100 parts within each other': nested(100),
  '10,000 parts beside each other': parts(10_000, (i) => `${CRLF}part ${i}`),
  '150 files': parts(150, (i) => `Content-Disposition: attachment; filename=f${i}.txt${CRLF}${CRLF}x`),
  'a line of 5 MB': mail(base, 'x'.repeat(5_000_000)),
  '5 MB of line feeds': mail(base, '\n'.repeat(5_000_000)),
  '5 MB of HTML': mail(type('text/html'), '<b>'.repeat(1_700_000)),
  'a container without a boundary': mail(type('multipart/mixed')),
  'a boundary that never comes': mail(type('multipart/mixed; boundary=B')),
  'an empty boundary': mail(type('multipart/mixed; boundary=""'), `--${CRLF}${CRLF}x${CRLF}----`),
  'a boundary of 100,000 letters': mail(type(`multipart/mixed; boundary=${'B'.repeat(100_000)}`)),
  'the same boundary within itself': parts(
    3,
    () => `Content-Type: multipart/mixed; boundary=B${CRLF}${CRLF}--B${CRLF}${CRLF}x`,
  ),
  'a container without an end': mail(type('multipart/mixed; boundary=B'), `--B${CRLF}${CRLF}x`),
  'broken base64': mail(
    type('text/plain', 'Content-Transfer-Encoding: base64'),
    'aGVsbG8=*!§aGVs=bG8gd29ybGQ',
  ),
  'truncated base64': mail(type('text/plain', 'Content-Transfer-Encoding: base64'), 'aGVsbG8gd29ybG'),
  'nothing but padding': mail(type('text/plain', 'Content-Transfer-Encoding: base64'), '='.repeat(1_000_000)),
  'broken quoted-printable': mail(
    type('text/plain', 'Content-Transfer-Encoding: quoted-printable'),
    'a=ZZ=\r\nb==3D=4',
  ),
  'a million blanks in quoted-printable': mail(
    type('text/plain', 'Content-Transfer-Encoding: quoted-printable'),
    `${' '.repeat(1_000_000)}x`,
  ),
  'an unknown transfer encoding': mail(type('text/plain', 'Content-Transfer-Encoding: x-rot13'), 'uryyb'),
  'uuencoded text': mail(base, `begin 644 a.txt${CRLF}#0V%T${CRLF}\`${CRLF}end`),
  'a TNEF file': parts(
    1,
    () => `Content-Type: application/ms-tnef; name=winmail.dat${CRLF}${CRLF}\x78\x9f\x3e\x22`,
  ),
  'an unknown charset': bytes(type('text/plain; charset=x-klingon'), Buffer.from('gr\xfc\xdfe', 'latin1')),
  'UTF-7': mail(type('text/plain; charset=utf-7'), '+ADw-script+AD4-'),
  'ISO-2022-JP': bytes(type('text/plain; charset=iso-2022-jp'), Buffer.from('1b2442467c4b5c1b2842', 'hex')),
  'half a UTF-8 letter': bytes(type('text/plain; charset=utf-8'), Buffer.from([0x61, 0xe2, 0x82])),
  'UTF-16 without a partner': bytes(type('text/plain; charset=utf-16le'), Buffer.from([0x3d, 0xd8, 0x61, 0])),
  'a charset with a name of 100,000 letters': mail(type(`text/plain; charset=${'c'.repeat(100_000)}`)),
  '8-bit fields': bytes([...base.slice(0, 2), 'Subject: placeholder'], Buffer.from('x')),
  'raw Latin-1 in the subject': Buffer.concat([
    Buffer.from('From: ada@x.dev\r\nSubject: Gr'),
    Buffer.from([0xfc, 0xdf]),
    Buffer.from('e\r\n\r\nx'),
  ]),
  'encoded words without end': mail([...base.slice(0, 2), `Subject: ${'=?utf-8?B?'.repeat(5_000)}`]),
  'encoded words that hide controls': mail([
    ...base.slice(0, 2),
    'Subject: =?utf-8?Q?a=00b=0D=0ABcc:_x=E2=80=AE?=',
  ]),
  'half a letter in each encoded word': mail([
    ...base.slice(0, 2),
    'Subject: =?utf-8?B?w7w=?= =?utf-8?Q?=C3?= =?utf-8?Q?=BC?=',
  ]),
  'several senders': mail(['From: a@x.dev', 'From: b@y.dev', 'Subject: one', 'Subject: two']),
  'no sender': mail(['Subject: hello']),
  'an empty sender': mail(['From: <>', 'To: undisclosed-recipients:;']),
  groups: mail(['From: a@x.dev', 'To: Team: b@x.dev, "C, D" <c@x.dev>;, Empty:;, e@x.dev']),
  'groups within each other': mail([
    'From: a@x.dev',
    `To: ${'g: '.repeat(20_000)}a@x.dev${';'.repeat(20_000)}`,
  ]),
  '10,000 recipients': mail(['From: a@x.dev', `To: ${many(10_000, (i) => `p${i}@x.dev, `)}`]),
  'a sender of 60,000 dots': mail([`From: ${'a.'.repeat(60_000)}`, 'Subject: hello']),
  'a sender of 60,000 blanks': mail([`From: a${' '.repeat(60_000)}b`, 'Subject: hello']),
  'a sender with a name of 60,000 letters': mail([`From: "${'a. '.repeat(20_000)}" <ada@x.dev>`]),
  'a sender of 900 letters of three bytes': mail([`From: ${'字'.repeat(900)}@x.dev`]),
  'people of dots in every field': mail(
    ['From', 'To', 'Cc', 'Reply-To'].map((field) => `${field}: ${'a.'.repeat(32_000)}`),
  ),
  '10,000 fields of one sender of dots': mail(
    Array.from({ length: 10_000 }, () => `From: ${'a.'.repeat(400)}`),
  ),
  '60,000 commas': mail([`From: ${'a,'.repeat(60_000)}`, `To: ${','.repeat(60_000)}`]),
  '60,000 beginnings of groups': mail([`To: ${'a:'.repeat(30_000)}`, `Cc: ${':;'.repeat(30_000)}`]),
  'a quote without end': mail(['From: "Ada <ada@x.dev>', 'Subject: hello']),
  '50,000 brackets': mail([`From: ${'<'.repeat(50_000)}`, `To: ${'('.repeat(50_000)}`]),
  'a name in the wrong direction': mail(['From: "\u202egro.knab\u202c" <ada@x.dev>', 'Subject: \u2067hello']),
  'a sender with an address for a name': mail(['From: "ceo@bank.example" <x@evil.dev>']),
  'no date': mail(base),
  'a date that is none': mail([...base, 'Date: tomorrow']),
  'the 31st of February': mail([...base, 'Date: Mon, 31 Feb 2026 10:00:00 +0000']),
  'a date of 100,000 letters': mail([...base, `Date: ${'1 '.repeat(50_000)}`]),
  'a message id twice': mail([...base, 'Message-ID: <a@x>', 'Message-ID: <b@x>']),
  'a message id of 900 letters of three bytes': mail([...base, `Message-ID: <${'字'.repeat(900)}@x>`]),
  'a message id with a NUL': mail([...base, 'Message-ID: <a\0b@x>']),
  '10,000 references': mail([...base, `References: ${many(10_000, (i) => `<${i}@x> `)}`]),
  'a file that wants up': file('attachment; filename="../../etc/passwd"'),
  'a file of an evil name': file('attachment; filename="invoice\u202efdp.exe"'),
  'a file with a name of 100,000 letters': file(`attachment; filename=${'n'.repeat(100_000)}.pdf`),
  'a name in 5,000 pieces': file(`attachment; ${many(5_000, (i) => `filename*${i}=a; `)}`),
  'a name in pieces and charsets': file("attachment; filename*0*=utf-8''%E2%82; filename*1*=%AC.pdf"),
  'a name of dots': file('attachment; filename="..."'),
  'prototype names': mail([
    ...base,
    '__proto__: x',
    'constructor: y',
    `Content-Type: text/plain; __proto__=x`,
  ]),
  'a message in a message in a message': parts(
    1,
    () => `Content-Type: message/rfc822${CRLF}${CRLF}${nested(50).toString()}`,
  ),
  'a fragment of a message': mail(type('message/partial; id=x; number=1; total=9')),
  'something elsewhere': mail(type('message/external-body; access-type=URL; URL="file:///etc/passwd"')),
  'random bytes': Buffer.from(
    Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255),
  ),
  'only carriage returns': Buffer.from('From: a@x.dev\rSubject: x\r\rbody'),
  'an mbox': Buffer.from(`From ada Mon Nov 16 2026\nFrom: ada@x.dev\nSubject: old\n\nbody`),
}
