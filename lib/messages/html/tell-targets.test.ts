import { describe, expect, it } from 'vitest'
import { sanitise } from './sanitise'
import { LABEL } from './tell-targets'
import { hiddenTargets } from './testing/hidden-targets'
import { toText } from './to-text'

const clean = (html: string) => sanitise(html, { remote: false, inline: new Map() }).html
const link = (words: string, style = '') => `<a href="https://evil.example/"${style}>${words}</a>`

describe('where a link leads is said in sight', () => {
  it.each(hiddenTargets)('%s', (html) => {
    const out = clean(html)
    expect(out).toContain(` <small style="${LABEL}">(evil.example)</small>`)
    // What would cut it off, cover it, move it away or let it shine through is gone, with all of its like.
    const theirs = out.replaceAll(LABEL, '')
    expect(theirs).not.toMatch(
      /overflow|max-height|opacity|text-indent|nowrap|flex|clip|["; ]transform:|:-|[ :]-\d/,
    )
  })

  it('before a cell that would take it out of its table', () =>
    expect(clean(`<table><tr><td>${link('acme.com<td>y</td>')}</td></tr></table>`)).toMatch(
      />acme\.com <small [^>]*>\(evil\.example\)<\/small><td>/,
    ))

  it('behind a whole table in a link', () =>
    expect(clean(link('<table><tr><td>Shop</td></tr></table>'))).toMatch(
      /<\/table><\/a> <small [^>]*>\(evil\.example\)<\/small>$/,
    ))

  it('as text as well', () => expect(toText(clean(link('Click here')))).toBe('Click here (evil.example)'))
})

it.each([
  link('evil.example'),
  link('<b>https://evil.example/path</b>'),
  link('evil.example', ' style="color:#1a73e8;text-decoration:none"'),
  link('<span style="color:#0563C1;font-size:11.0pt">evil.example</span>'),
  `<p style="margin:0;font-size:15px;line-height:1.5;font-family:Arial,sans-serif">Go to ${link('evil.example')}</p>`,
  `<table bgcolor="#f5f5f5" width="600"><tr><td style="background:#ffffff;color:rgb(51, 51, 51)">${link('evil.example')}</td></tr></table>`,
  `<p style="color:#fff">x</p>${link('evil.example')}`,
])('words that everybody sees are not said twice: %s', (html) => expect(clean(html)).not.toContain('<small'))
