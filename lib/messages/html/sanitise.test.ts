import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { attributes, properties, tags } from './allowed'
import { cleanStyle } from './clean-style'
import { frameDocument, frameHeaders } from './frame-document'
import { partsOf, unescapeHtml } from './parts'
import { sanitise } from './sanitise'
import { isTold, targetOf } from './targets'
import { LABEL } from './tell-targets'
import { hostileBodies } from './testing/hostile'
import { toText } from './to-text'

const clean = (html: string, remote = false, inline: Map<string, string> | null = new Map()) =>
  sanitise(html, { remote, inline })

/** Whatever it may have been, it is now structure and looks: read tag by tag, attribute by attribute. */
function expectSafe(html: string, remote = false): void {
  // Our own labels lie over others; nothing of a stranger's may.
  for (const { source, tag } of partsOf(html.replaceAll(` style="${LABEL}"`, ''))) {
    if (tag === null) {
      expect(source).not.toMatch(/[<>]/)
      continue
    }
    expect(tags).toContain(tag)
    expect(source).toMatch(/^<\/[a-z\d]+>$|^<[a-z\d]+(?: [a-z-]+(?:="[^"<>]*")?)*(?: \/)?>$/)
    for (const [, name = '', value = ''] of source.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      expect([...attributes['*']!, ...(attributes[tag] ?? [])]).toContain(name)
      const said = unescapeHtml(value)
      if (name === 'href') expect(said).toMatch(/^(https?:\/\/|mailto:)/)
      if (name === 'src')
        expect(said).toMatch(
          remote
            ? /^(https?:\/\/|data:image\/(png|jpeg|gif|webp);base64,)/
            : /^data:image\/(png|jpeg|gif|webp);base64,/,
        )
      if (name === 'style')
        for (const declaration of said.split(';')) {
          expect(properties).toContain(declaration.split(':')[0])
          expect(declaration).not.toMatch(/url|image|expression|[@\\{}<>]|javascript/i)
        }
    }
  }
}

describe('a stranger’s HTML', () => {
  const bodies = hostileBodies({ origin: 'http://127.0.0.1:9', host: '127.0.0.1:9' })

  it('comes in more than two hundred hostile shapes, each another', () => {
    expect(new Set(bodies.map(({ html }) => html)).size).toBeGreaterThan(200)
    expect(new Set(bodies.map(({ html }) => html)).size).toBe(bodies.length)
  })

  it.each(bodies.map(({ name, html }) => [name, html]))('%s is made safe', (_, html) => {
    for (const remote of [false, true]) {
      const out = clean(html, remote).html
      expectSafe(out, remote)
      // What was made safe stays so, and is not read as anything else the second time.
      expectSafe(clean(out, remote).html, remote)
    }
  })

  it('is safe whatever it is made of', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...bodies
                .filter(({ html }) => html.length < 400)
                .flatMap(({ html }) => html.split(/(?=[<>"' ])/)),
            ),
            fc.string({ unit: 'binary', maxLength: 8 }),
          ),
          { maxLength: 30 },
        ),
        (pieces) => expectSafe(clean(pieces.join('')).html),
      ),
      { numRuns: 500 },
    ))

  it('keeps what letters are made of', () => {
    const letter =
      '<h1 style="color:#333">Hi</h1><p>Some <b>bold</b> and <i>italic</i></p><ul><li>one</li></ul><table cellpadding="4"><tr><td colspan="2">x</td></tr></table>'
    expect(clean(letter).html.replaceAll(/<\/?tbody>/g, '')).toBe(letter)
  })

  it('loses its text with what is no text for people', () =>
    expect(clean('<style>p{}</style><script>x</script><title>t</title><p>kept</p>').html).toBe('<p>kept</p>'))
})

describe('pictures', () => {
  it('from elsewhere are counted and left out, until they are asked for; their words stand there', () => {
    const html = '<img src="https://acme.com/a.png" alt="A chart"><img src="https://acme.com/b.png">'
    expect(clean(html)).toEqual({ html: '<span>A chart</span><span></span>', remoteBlocked: 2 })
    expect(clean(html, true)).toMatchObject({
      remoteBlocked: 0,
      html: expect.stringContaining('src="https://acme.com/a.png"') as string,
    })
  })

  it.each([
    '<img src="https://t.example/p" width="1" height="1">',
    '<img src="https://t.example/p" style="width:1px;height:1px">',
    '<img src="https://t.example/p" style="display:none">',
    '<img src="https://t.example/p" width="0">',
  ])('that nobody would see are dropped either way: %s', (html) => {
    expect(clean(html)).toEqual({ html: '<span></span>', remoteBlocked: 0 })
    expect(clean(html, true).html).toBe('<span></span>')
  })

  it('that came along are put in', () => {
    const inline = new Map([['logo@acme', 'data:image/png;base64,aGk=']])
    expect(clean('<img src="cid:logo%40acme">', false, inline).html).toBe(
      '<img src="data:image/png;base64,aGk=" />',
    )
    expect(clean('<img src="cid:other">', false, inline).html).toBe('<span></span>')
  })

  it('that came along, in whatever way, are left out for whoever may not see them; their words stay', () => {
    const html = '<img src="data:image/png;base64,aGk=" alt="A chart"><img src="cid:x">'
    expect(clean(html, true, null).html).toBe('<span>A chart</span><span></span>')
  })
})

describe('links', () => {
  it.each([
    ['<a href="https://acme.com/x">acme.com</a>', null],
    ['<a href="https://www.acme.com/x">Read it on acme.com</a>', null],
    ['<a href="https://acme.com/x">Click here</a>', 'acme.com'],
    ['<a href="https://evil.example/x">https://acme.com/login</a>', 'evil.example'],
    ['<a href="https://acme.com@evil.example/">acme.com</a>', 'evil.example'],
    ['<a href="https://acme.com.evil.example/">acme.com</a>', 'acme.com.evil.example'],
    ['<a href="https://xn--pple-43d.com/">аpple.com</a>', 'xn--pple-43d.com'],
    ['<a href="https://аpple.com/">apple.com</a>', 'xn--pple-43d.com'],
    ['<a href="mailto:ada@acme.com">ada@acme.com</a>', null],
    ['<a href="mailto:eve@evil.example">Write to us</a>', 'eve@evil.example'],
    ['<a href="https://acme.com/"><img src="https://acme.com/i.png"></a>', 'acme.com'],
  ])('%s shows %s', (html, place) => {
    const { html: out } = clean(html)
    if (place) expect(out).toContain(`(${place})`)
    else expect(out).not.toContain('<small')
    expect(out).toContain('rel="noopener noreferrer nofollow"')
    expect(out).toContain('target="_blank"')
  })

  it('with endless words are not told by them', () => {
    const spent = ownTime()
    for (const unit of ['a', 'a.', '-', 'a-'])
      expect(clean(`<a href="https://acme.com/">acme.com ${unit.repeat(200_000)}</a>`).html).toContain(
        '(acme.com)',
      )
    expect(spent()).toBeLessThan(5_000)
  })

  it('tell a host and what lies above it, and no other', () => {
    expect(isTold('mail.acme.com', 'mail.acme.com')).toBe(true)
    expect(isTold('acme.com', 'mail.acme.com')).toBe(true)
    expect(isTold('mail.acme.com', 'acme.com')).toBe(false)
    expect(isTold('acme.com or evil.example', 'acme.com')).toBe(false)
  })

  it('tell it no further up than somebody registered it, and an address only whole', () => {
    expect(isTold('github.io', 'evil.github.io')).toBe(false)
    expect(isTold('co.uk', 'evil.co.uk')).toBe(false)
    expect(isTold('evil.github.io', 'www.evil.github.io')).toBe(true)
    expect(isTold('0.0.1', '127.0.0.1')).toBe(false)
    expect(isTold('ada@acme.co', 'a@acme.co')).toBe(false)
    expect(isTold('a@acme.com', 'a@acme.co')).toBe(false)
    expect(isTold('<a@acme.co>', 'a@acme.co')).toBe(true)
    expect(isTold('evil.exam\u00adple', 'evil.example')).toBe(false)
    expect(isTold('\u202eelpmaxe.live', 'elpmaxe.live')).toBe(false)
  })

  it('lead to the web or to an address, or nowhere', () => {
    expect(targetOf('HTTPS://Acme.com/a b')).toBe('https://acme.com/a%20b')
    for (const href of [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      '/x',
      '//acme.com',
      'ftp://acme.com',
      '',
    ])
      expect(targetOf(href)).toBeNull()
  })
})

describe('styles', () => {
  it.each([
    ['color: red; background-color:#fff', 'color:red;background-color:#fff'],
    ['font-family: "Segoe UI", Arial; position:fixed', 'font-family:"Segoe UI", Arial'],
    ['width:calc(100% - 4px);color:rgba(0,0,0,.5)', 'width:calc(100% - 4px);color:rgba(0,0,0,.5)'],
    ['background:url(x)', ''],
    ['background:u\\72l(x)', ''],
    ['color:red/*;*/;background:/**/url(x)', 'color:red'],
    ["font-family:'x;color:red", 'color:red'],
    [':red;color', ''],
    ['font-size:0;height:20px;overflow:hidden;max-height:20px', 'font-size:0;height:20px'],
    ['margin:-20px 0 4px;margin-left:calc(0px - 9px);margin-top:4px', 'margin-top:4px'],
    ['letter-spacing:-9px;word-spacing:-.5em;text-indent:-99px;vertical-align:-99px', ''],
    ['opacity:.01;transform:scale(0);clip:rect(0,0,0,0);position:relative', ''],
    ['display:flex;white-space:nowrap;visibility:collapse', ''],
    [
      'display:inline-block !important;white-space:pre-wrap',
      'display:inline-block !important;white-space:pre-wrap',
    ],
    ['max-height:0px;overflow:hidden;color:#fff', 'display:none'],
    ['opacity:0;height:40px', 'display:none'],
    ['height:1px;overflow:hidden;background:#ccc', 'height:1px;background:#ccc'],
  ])('%s', (style, kept) => expect(cleanStyle(style)).toBe(kept))
})

it.each([
  ['<b>', ''],
  ['<b>', '</i>'],
  ['<div>', '</p>'],
  ['<table><tr><td>', ''],
  ['<svg>', ''],
  [`<img src="https://acme.com/" width="1${' '.repeat(60_000)}x">`, ''],
])('is made safe in bounded time, and says what is left out: %s %s', (open, close) => {
  const half = 512 * 1024
  const html = open.repeat(half / open.length) + close.repeat(close ? half / close.length : 0)
  const spent = ownTime()
  const out = clean(`<p>kept</p>${html}`).html
  expect(spent()).toBeLessThan(15_000)
  expect(out).toContain('kept')
  expect(out.includes('The rest of this message is not shown')).toBe(open.length < 20)
})

it('the frame is closed to everything but pictures and styles of its own', () => {
  const policy = frameHeaders({ remote: false })['content-security-policy']
  expect(policy).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  )
  expect(frameHeaders({ remote: true })['content-security-policy']).toContain('img-src data: https: http:;')
  expect(frameDocument('<p>x</p>')).toContain('<body dir="auto">\n<p>x</p>\n</body>')
  for (const tag of ['iframe', 'IFRAME', 'object', 'frame'])
    expect(frameDocument(`<${tag} src=x><${tag}\n><${tag}/>`)).not.toMatch(new RegExp(`<${tag}`, 'i'))
})

it('HTML is read as lines of text', () =>
  expect(toText('<h1>Hi &amp; hello</h1><p>one<br>two</p><table><tr><td>a</td><td>b</td></tr></table>')).toBe(
    'Hi & hello\n\none\ntwo\n\na b',
  ))
