import { expect, it } from 'vitest'
import { deviceWords } from './device-words'

const mozilla = (rest: string) => `Mozilla/5.0 (${rest}`

it.each([
  [
    'web',
    mozilla('Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'),
    'Firefox on Windows',
  ],
  [
    'web',
    mozilla('X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'),
    'Chrome on Linux',
  ],
  [
    'web',
    mozilla('Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0'),
    'Edge on Windows',
  ],
  [
    'web',
    mozilla(
      'iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
    ),
    'Safari on iOS',
  ],
  [
    'web',
    mozilla('Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'),
    'Chrome on Android',
  ],
  [
    'web',
    mozilla('Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'),
    'Safari on macOS',
  ],
  ['web', 'curl/8.5.0', 'Browser'],
  ['web', null, 'Browser'],
  ['cli', 'build-agent-7', 'Command line on build-agent-7'],
  ['cli', null, 'Command line'],
] as const)('a %s session of %j is told as %s', (kind, label, words) =>
  expect(deviceWords(kind, label)).toBe(words),
)
