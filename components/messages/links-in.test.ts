import { expect, it } from 'vitest'
import { linksIn } from './links-in'

it.each([
  ['See https://acme.com/a?b=1#c for more.', ['https://acme.com/a?b=1#c']],
  ['(https://acme.com/a).', ['https://acme.com/a']],
  ['https://acme.com/a_(b)', ['https://acme.com/a_(b)']],
  ['<https://acme.com>, <http://Acme.com:8080/x>', ['https://acme.com', 'http://Acme.com:8080/x']],
  ['no link: acme.com, ftp://acme.com, javascript:alert(1)', []],
  ['https://acme.com@evil.example/', []],
  ['https://acme.com:pass@evil.example/', []],
  ['https://xn--cme-7cd.com/', []],
  ['https://\u0430cme.com/', []],
  ['https://acme\uff0ecom/', []],
  ['https://acme.com/\u202egpj.exe', []],
  ['https://acme.com\\@evil.example/', []],
  ['https://', []],
])('the links in %j are %j', (text, links) => {
  const pieces = linksIn(text)
  expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(links)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})

it('an endless text is read in its time', () => {
  const began = performance.now()
  linksIn('https://a.dev/).'.repeat(60_000))
  for (const end of [').', '.', ')']) linksIn(`https://a.dev/${end.repeat(500_000)}x`)
  expect(performance.now() - began).toBeLessThan(5_000)
})
