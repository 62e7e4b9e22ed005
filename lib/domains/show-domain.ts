import { operation } from '@/lib/kernel/operation'
import { idInput } from './input'
import { readDomain } from './read-domain'
import { domainView } from './view'

export const showDomain = operation({
  name: 'domains.show',
  summary: 'Show a domain with its records, their verdicts and what happens next.',
  permission: 'domains.read',
  effect: 'read',
  http: { method: 'GET', path: '/domains/{id}' },
  domain: 'id',
  input: idInput,
  output: domainView,
  run: (caller, { id }) => readDomain(caller, id),
})
