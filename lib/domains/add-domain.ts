import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { claimDomain } from './claim-domain'
import { parseDomainName } from './parse-name'
import { readDomain } from './read-domain'
import { domainView } from './view'
import { wake } from './wake'

export const addDomain = operation({
  name: 'domains.add',
  summary: 'Add a domain and get the DNS records to publish for it.',
  permission: 'domains.add',
  effect: 'write',
  http: { method: 'POST', path: '/domains' },
  input: z.object({ name: z.string().max(2_000) }),
  output: domainView,
  run: async (caller, input) => {
    const name = parseDomainName(input.name)
    const id = await asTenant(caller, (tx) => claimDomain(tx, caller, caller.tenantId, name))
    await wake(caller.tenantId, id)
    return readDomain(caller, id)
  },
})
