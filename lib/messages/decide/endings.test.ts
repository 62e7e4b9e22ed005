import { expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { blockedEnding } from './endings'

const blocked = ['exe', 'js', 'com', 'tar.xz', '.scr']

it.each([
  ['setup.exe', 'exe'],
  ['SETUP.EXE', 'exe'],
  ['invoice.pdf.exe', 'exe'],
  ['invoice.pdf .exe', 'exe'],
  ['setup.exe.', 'exe'],
  ['setup.exe . . ', 'exe'],
  ['setup.exe\u3000', 'exe'],
  ['setup.e\u200bxe', 'exe'],
  ['annexe\u202efdp.exe', 'exe'],
  ['setup.ｅｘｅ', 'exe'],
  ['"setup.exe"', 'exe'],
  ['setup.exe;', 'exe'],
  ['setup.exe\0.pdf', 'exe'],
  ["utf-8''setup%2Eexe", 'exe'],
  ["iso-8859-1'en'setup%2eEXE", 'exe'],
  ["UTF-8''a%20file.js", 'js'],
  ['x.tar.xz', 'tar.xz'],
  ['saver.scr', '.scr'],
  ['.exe', 'exe'],
  ['exe', null],
  ['texexe', null],
  ['report.pdf', null],
  ['acme.com.pdf', null],
  ['setup.exe.pdf', null],
  ['app.json', null],
  ['x.xz', null],
  ['', null],
  ["it's a report.pdf", null],
])('%j: %s', (name, is) => expect(blockedEnding(name, blocked)).toBe(is))

it('a million spaces at its end take no time', () => {
  const spent = ownTime()
  blockedEnding(`a${' '.repeat(1_000_000)}b`, blocked)
  expect(spent()).toBeLessThan(1_000)
})

it('an empty entry blocks nothing', () => expect(blockedEnding('a.', ['', '.'])).toBeNull())
