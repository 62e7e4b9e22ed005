import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { checkDomain } from '@/lib/domains/check-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { listAttention } from '@/lib/domains/list-attention'
import { listDomains } from '@/lib/domains/list-domains'
import { observeDomain } from '@/lib/domains/observe-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { watchDomain } from '@/lib/domains/watch-domain'
import { listSends } from '@/lib/sending/list-sends'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { prepareStream } from '@/lib/tenants/prepare-stream'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { showTenant } from '@/lib/tenants/show-tenant'
import { listWorkspaces } from '@/lib/workspaces/list-workspaces'

/** Everything the product can do. The CLI, the tool list and the walks of the tests read it from here. */
export const operations = [
  addDomain,
  checkDomain,
  deleteDomain,
  listAttention,
  listDomains,
  observeDomain,
  reconcileDomain,
  showDomain,
  watchDomain,
  listSends,
  sendTestMessage,
  prepareStream,
  searchTenants,
  showTenant,
  listActivity,
  listWorkspaces,
] as const
