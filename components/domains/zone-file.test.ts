import { expect, test } from 'vitest'
import type { RecordView } from '@/lib/domains/view'
import { zoneFile } from './zone-file'

const record = (more: Partial<RecordView>) =>
  ({ label: 'SPF', host: 'send.a.com', ttl: 300, priority: null, ...more }) as RecordView

test('all records are copied as lines that a DNS panel can import', () => {
  const text = zoneFile('a.com', [
    record({ type: 'CNAME', value: 'b.com' }),
    record({ type: 'MX', value: 'mx.b.com', priority: 10 }),
    record({ type: 'TXT', value: 'v=spf1 include:b.com ~all' }),
  ])
  expect(text.split('\n').filter((line) => line && !line.startsWith(';'))).toEqual([
    'send.a.com. 300 IN CNAME b.com.',
    'send.a.com. 300 IN MX 10 mx.b.com.',
    'send.a.com. 300 IN TXT "v=spf1 include:b.com ~all"',
  ])
})

test('a long text is cut into strings of at most 255 characters', () => {
  const text = zoneFile('a.com', [record({ type: 'TXT', value: 'x'.repeat(300) })])
  expect(text).toContain(`"${'x'.repeat(255)}" "${'x'.repeat(45)}"`)
})
