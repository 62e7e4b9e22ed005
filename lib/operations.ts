import { listActivity } from '@/lib/audit/list-activity'
import { createKey } from '@/lib/credentials/create-key'
import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import { endOldSecret } from '@/lib/credentials/end-old-secret'
import { listKeys } from '@/lib/credentials/list-keys'
import { listPlatformKeys } from '@/lib/credentials/list-platform-keys'
import { revokeKey } from '@/lib/credentials/revoke-key'
import { revokePlatformKey } from '@/lib/credentials/revoke-platform-key'
import { rotateKey } from '@/lib/credentials/rotate-key'
import { rotatePlatformKey } from '@/lib/credentials/rotate-platform-key'
import { showKey } from '@/lib/credentials/show-key'
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
  createKey,
  endOldSecret,
  listKeys,
  revokeKey,
  rotateKey,
  showKey,
  createPlatformKey,
  listPlatformKeys,
  revokePlatformKey,
  rotatePlatformKey,
] as const
