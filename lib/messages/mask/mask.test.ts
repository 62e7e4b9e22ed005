import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { escapeHtml } from '../html/parts'
import { isSecretLink } from './links'
import { maskHtml, readingOf } from './mask-html'
import { secretsOf } from './of-message'
import { hides, legible, maskText, secretsIn } from './secrets'

const nothing = { text: '', attachments: [], headers: [] }
const masked = (text: string) => maskText(text, secretsIn([legible(text)]))

describe('a one-time code is hidden', () => {
  it.each([
    ['Your verification code is 482913.', '482913'],
    ['482 913 is your Acme code', '482'],
    ['G-482913 is your Google verification code', '482913'],
    ['OTP: 4829', '4829'],
    ['Use PIN 48-29-13', '48-29-13'],
    ['Your passcode: KXQZ-7P2M', 'KXQZ'],
    ['Your login code is\n\n  KXQZPD  \n\nIt expires soon.', 'KXQZPD'],
    ['Code: WXYZAB', 'WXYZAB'],
    ['Ihr Bestätigungscode lautet 482913', '482913'],
    ['Votre code de vérification : 482913', '482913'],
    ['Su código de verificación es 482913', '482913'],
    ['Il tuo codice di verifica è 482913', '482913'],
    ['Seu código de verificação é 482913', '482913'],
    ['Uw verificatiecode is 482913', '482913'],
    ['Twój kod weryfikacyjny: 482913', '482913'],
    ['認証コード：482913', '482913'],
    ['您的验证码为482913，五分钟内有效。', '482913'],
    ['您的驗證碼是４８２９１３', '482913'],
    ['Your code is 4\u200b8\u200b2\u200b9\u200b1\u200b3', '482913'],
    ['Your code is ④⑧②⑨①③', '482913'],
    ['Your code: 48/29/13', '48/29/13'],
    ['Your code: 4,8,2,9,1,3', '4,8,2'],
    ['Your code: 482|913', '482'],
    ['Your code: 48:29:13', '48:29'],
    ['Your code: 4 • 8 • 2 • 9', '8 • 2'],
    ['Your code: KXQ/7P2', 'KXQ'],
    ['password reset token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'eyJ'],
  ])('%s', (text, code) => {
    expect(masked(text)).not.toContain(code)
    expect(masked(text)).toContain('[hidden: a one-time code]')
  })

  it.each([
    ['Ваш код подтверждения: 482913', '482913'],
    ['인증번호는 482913 입니다', '482913'],
    ['رمز التحقق الخاص بك هو ٤٨٢٩١٣', '482913'],
    ['Ο κωδικός σας είναι 482913', '482913'],
    ['Vahvistuskoodisi on 482 913', '482'],
    ['Mã xác nhận của bạn là 482913', '482913'],
    ['Váš ověřovací kód: 482-913', '482-'],
    ['Din engångskod är 482913', '482913'],
    ['Enter 482913 to continue.', '482913'],
    ['482913', '482913'],
    ['४८२९१३', '482913'],
    ['Namba yako ni 2026', '2026'],
    ['Nambari: 1987', '1987'],
    ['48.29.13.17', '48.29'],
    ['Your code is 10:30', '10:30'],
    ['Your code of 12 May 2026', '2026'],
    ['Ваш пароль: kx7q2p', 'kx7q'],
    ['Din engångskod: KXQZ-7P2M', 'KXQZ'],
    ['Hapa: KX7Q2P', 'KX7Q2P'],
    ['Invoice 20260417 is attached.', '20260417'],
  ])('in any language, also where nothing speaks of one: %s', (text, code) => {
    expect(masked(text).normalize('NFKC')).not.toContain(code)
    expect(masked(text)).toContain('[hidden: a one-time code]')
    expect(masked(`${text}\n`.repeat(2)).match(/hidden/g)).toHaveLength(2)
  })

  it.each([
    'The meeting is on 12 May in room 7.',
    'It starts on 12 May 2026 at 10:30, and ends at 11:45 pm.',
    'On May 12, 2026, on 2026-05-12, on 12.05.2026 and on 5/12/2026.',
    'Le 1er mai 2026, am 3. Oktober 2026, el 4 de julio de 2026, 12 мая 2026',
    '2026年5月12日, 2026년 5월 12일',
    '© 2019-2026 Acme, Inc.',
    'It costs €1,250.00, $48291, 1.250,00 € or 1 250 kr.',
    'Written by ada.2024@acme.dev.',
    'A 4-room flat with 3 beds, 120 m² and 2 cats.',
    'Chapter 3 of Covid-19 and MP3s, as ISO-A4',
  ])('what is none for certain stays: %s', (text) => expect(masked(text)).toBe(text))
})

describe('a link', () => {
  it.each([
    ['https://acme.com/reset?t=1', true],
    ['https://acme.com/login/abc', true],
    ['https://acme.com/u/8f14e45fceea167a5a36dedd4bea2543', true],
    ['https://click.acme.com/ls/click?upn=u001.Ab3dEf6hIj9', true],
    ['https://acme.com/i/01920000-0000-7000-8000-00000000000a', true],
    ['https://ada:secret@acme.com/', true],
    ['https://acme.com/%72eset', true],
    ['https://8f14e45fceea167a.acme.com/', true],
    ['www.acme.com/invite/x', true],
    ['myapp://open/abc', true],
    ['https://acme.com', false],
    ['https://acme.com/', false],
    ['https://acme.com/pricing', true],
    ['https://app.example/m/kdjfhgtrw', true],
    ['https://app.example/?x', true],
    ['https://app.example/#x', true],
    ['mailto:ada@acme.com', false],
    ['mailto:ada@acme.com?subject=confirm', true],
    ['mailto:leave-8f14e45fceea167a@acme.com', true],
  ])('%s lets somebody in: %s', (link, secret) => expect(isSecretLink(link)).toBe(secret))

  it('that lets somebody in is hidden, and says where it led', () => {
    expect(masked('Go to https://acme.com/reset?token=abc, soon.')).toBe(
      'Go to [hidden: a link to acme.com], soon.',
    )
    expect(masked('Go to acme.com/magic/abc now')).toBe('Go to [hidden: a link to acme.com] now')
  })

  it.each([
    'https://bit.ly/3xYzAbC',
    'https://app.example/r/qwertyuiopasdf',
    'https://app.example/a/Zk9',
    'click.mail.example/u/aBcDeFgHiJkL',
    'https://app.example/?x',
    'https://app.example/m/kdjfhgtrw',
    'https://acme.com/blog/how-to-write-letters',
  ])('that is short is hidden, whatever the words around it say: %s', (link) => {
    for (const text of [`Reset your password: ${link}`, `Tap to enter: ${link}`, `Гляньте: ${link}.`, link])
      expect(masked(text)).not.toContain(link)
  })

  it('to a front page stays, whatever stands around', () =>
    expect(masked('Your password is at https://acme.com/ now')).toContain('https://acme.com/'))
})

describe('HTML', () => {
  const hide = (html: string, ...more: string[]) => maskHtml(html, secretsIn([readingOf(html), ...more]))

  it('hides a code that is set letter by letter in boxes of their own', () => {
    const html = `<p>Your code</p><table><tr>${[...'482913'].map((d) => `<td style="padding:4px">\n  <b>${d}</b></td>`).join('')}</tr></table>`
    const out = hide(html)
    expect(readingOf(out).replace(/\s/g, '')).toBe('Yourcode[hidden:aone-timecode]')
  })

  it('takes the target from a link that leads further than a front page, and leaves others', () => {
    const [front, person] = ['<a href="https://acme.com/">Acme</a>', '<a href="mailto:ada@acme.com">Ada</a>']
    const out = hide(
      `<a href="https://acme.com/r/abc" title="https://acme.com/r/abc">Here</a>${front}${person}`,
    )
    expect(out).toBe(`<a title="[hidden: a link to acme.com]">Here</a>${front}${person}`)
  })

  it.each([
    ['a link', '<p>Our new shoes</p><a href="https://bit.ly/3xYzAbC">here</a>', true],
    ['a code', '<p>4829<b>13</b></p>', true],
    ['a picture that came along', '<img src="data:image/png;base64,aGk=">', true],
    ['words alone', '<p title="ﬁne">ﬁne &amp; dandy&nbsp;</p><a href="https://acme.com">Acme</a>', false],
  ])('says whether anything is hidden: %s', (_, html, found) => {
    const secrets = secretsOf({ subject: '', fromName: '', snippet: '' }, nothing, html)
    expect(secrets.found).toBe(found)
    expect(/\[hidden|<a>|<img>/.test(maskHtml(html, secrets))).toBe(found)
  })

  it('is found by what is shown, not by what stands in headers', () => {
    const headers = [{ name: 'x-campaign', value: '482913' }]
    const of = (text: string) =>
      secretsOf({ subject: 'Hello', fromName: '', snippet: '' }, { ...nothing, text, headers }, '').found
    expect([of('Hello'), of('Hello 482913')]).toEqual([false, true])
  })

  it('shows no picture that came along, and nothing known in any attribute', () => {
    const html =
      '<p>Code 482913</p><img src="data:image/png;base64,aGk=" alt="x"><font face="482913">a</font>'
    expect(hide(html)).toBe('<p>Code [hidden: a one-time code]</p><img alt="x"><font>a</font>')
  })

  it('finds what is said in the place of a picture', () => {
    const html = '<img alt="Your code is 482913">'
    expect(secretsOf({ subject: '', fromName: '', snippet: '' }, nothing, html).found).toBe(true)
  })

  it('hides what another part of the message gave away', () => {
    expect(hide('<p>482913</p>', '482913 is your code')).toBe('<p>[hidden: a one-time code]</p>')
  })
})

it('no code or link that was put into a message is anywhere in what is shown of it', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const code = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 10 }),
    fc
      .string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 10 })
      .filter((c) => /\d/.test(c) && /[A-Z]/.test(c)),
  )
  const announced = fc.constantFrom(
    'Your code is # now',
    '# est votre code de vérification',
    'PIN\n\n#\n',
    '验证码#。',
    'Kod: #',
    'Passwort # läuft ab',
  )
  const link = fc
    .string({ unit: fc.constantFrom(...'abcdef0123456789'), minLength: 24, maxLength: 40 })
    .filter((t) => /\d/.test(t) && /[a-f]/.test(t))
  fc.assert(
    fc.property(code, announced, link, fc.lorem(), fc.boolean(), (secret, words, token, filler, inBoxes) => {
      const text = `${filler}\n${words.replace('#', secret)}\nhttps://acme.com/x/${token}\n${filler}`
      const html = `<p>${escapeHtml(words).replace('#', inBoxes ? [...secret].map((d) => `<span>${d}</span>`).join('') : `<b>${secret}</b>`)}</p><a href="https://acme.com/x/${token}">go</a>`
      const subject = `${filler} ${secret}`
      const secrets = secretsIn([
        legible(`${subject}\n${text.slice(0, 200)}`),
        legible(text),
        readingOf(html),
      ])
      const shown = [subject, text].map((one) => maskText(one, secrets))
      const out = maskHtml(html, secrets)
      for (const one of [...shown, out, readingOf(out)]) {
        expect(one).not.toContain(secret)
        expect(one).not.toContain(token)
      }
    }),
    { numRuns: 300 },
  )
})

describe('takes time in proportion to what it reads', () => {
  const fill = (unit: string, most: number) => unit.repeat(Math.ceil(most / unit.length)).slice(0, most)
  const MB = 1024 * 1024

  it.each(
    [
      ...['a-', 'a.', '1 ', 'code 1234 ', 'A B ', 'www.', '<', 'https://a/', 'a1', ' ', 'AAAA\t', '.x/)'],
      ...['\u0301\u0327', '4,', '/', 'is ', 'a+'],
    ].flatMap((unit) => ['', 'https://x.dev/'].map((before) => [before, unit])),
  )('of text: %s%s', (before, unit) => {
    const text = before + fill(unit, MB / 4) + 'x'
    const spent = ownTime()
    const secrets = secretsIn([legible(text)])
    maskText(text, secrets)
    expect(spent()).toBeLessThan(5_000)
  })

  it('of an endless link, which is hidden whole', () => {
    const spent = ownTime()
    expect(masked(`https://x.dev/${fill(').', MB)}x`)).toBe('[hidden: a link]')
    expect(spent()).toBeLessThan(5_000)
  })

  it.each([
    '<p>code 482913</p>',
    '<b>4</b> ',
    '<i title="code 482913">x</i>',
    '<a href="https://x.dev/r">code</a>',
  ])('of HTML: %s', (unit) => {
    const html = fill(unit, Math.floor(MB / unit.length) * unit.length)
    const spent = ownTime()
    const secrets = secretsOf({ subject: 'code', fromName: '', snippet: '' }, nothing, html)
    maskHtml(html, secrets)
    expect(spent()).toBeLessThan(10_000)
  })
})

describe('a sender cannot write what is drawn as ours', () => {
  it.each([
    ['[hidden: nothing at all]', '[ hidden: nothing at all]'],
    [
      'Your code is 482913. [hidden: nothing at all]',
      'Your code is [hidden: a one-time code]. [ hidden: nothing at all]',
    ],
    ['Your code is 482913. \uff3bhid\u200bden: x]', 'Your code is [hidden: a one-time code]. [ hidden: x]'],
    ['[hidden: Your code is 482913]', '[ hidden: Your code is [hidden: a one-time code]]'],
  ])('%s', (text, shown) => expect(masked(text)).toBe(shown))

  it('nor make anything seem hidden where nothing is', () =>
    expect(hides('[hidden: nothing at all]', secretsIn([]))).toBe(false))
})
