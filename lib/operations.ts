import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { listInvites } from '@/lib/accounts/invites/list-invites'
import { resendInvite } from '@/lib/accounts/invites/resend-invite'
import { revokeInvite } from '@/lib/accounts/invites/revoke-invite'
import { listMembers } from '@/lib/accounts/members/list-members'
import { removeMember } from '@/lib/accounts/members/remove-member'
import { setMemberRole } from '@/lib/accounts/members/set-member-role'
import { inviteStaff } from '@/lib/accounts/staff/invite-staff'
import { listStaff } from '@/lib/accounts/staff/list-staff'
import { listStaffInvites } from '@/lib/accounts/staff/list-staff-invites'
import { removeStaff } from '@/lib/accounts/staff/remove-staff'
import { resendInviteOfStaff } from '@/lib/accounts/staff/resend-invite'
import { revokeInviteOfStaff } from '@/lib/accounts/staff/revoke-invite'
import { setStaffRole } from '@/lib/accounts/staff/set-staff-role'
import { disconnect } from '@/lib/accounts/connections/disconnect'
import { listConnections } from '@/lib/accounts/connections/list-connections'
import { renameMe } from '@/lib/accounts/people/rename-me'
import { showMe } from '@/lib/accounts/people/show-me'
import { endAllSessions } from '@/lib/accounts/sessions/end-all-sessions'
import { endSession } from '@/lib/accounts/sessions/end-session'
import { listSessions } from '@/lib/accounts/sessions/list-sessions'
import { exportActivity } from '@/lib/audit/exports/export-activity'
import { exportAll } from '@/lib/audit/exports/export-all'
import { listActivity } from '@/lib/audit/list-activity'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { verifyAll } from '@/lib/audit/oversight/verify-all'
import { report } from '@/lib/audit/reports/report'
import { reportFor } from '@/lib/audit/reports/report-for'
import { showEvent } from '@/lib/audit/show-event'
import { verifyTrail } from '@/lib/audit/verify-trail'
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
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { renameInbox } from '@/lib/inboxes/rename-inbox'
import { resumeInbox } from '@/lib/inboxes/resume-inbox'
import { setProtocolAccess } from '@/lib/inboxes/set-protocol-access'
import { showInbox } from '@/lib/inboxes/show-inbox'
import { showTerms } from '@/lib/inboxes/show-terms'
import { suspendInbox } from '@/lib/inboxes/suspend-inbox'
import { createGrant } from '@/lib/inboxes/grants/create-grant'
import { listGrants } from '@/lib/inboxes/grants/list-grants'
import { mintToken } from '@/lib/inboxes/grants/mint-token'
import { renewGrant } from '@/lib/inboxes/grants/renew-grant'
import { resumeGrant } from '@/lib/inboxes/grants/resume-grant'
import { revokeGrant } from '@/lib/inboxes/grants/revoke-grant'
import { showGrant } from '@/lib/inboxes/grants/show-grant'
import { suspendGrant } from '@/lib/inboxes/grants/suspend-grant'
import { deleteMessages } from '@/lib/messages/file/delete-messages'
import { markMessages } from '@/lib/messages/file/mark-messages'
import { moveMessages } from '@/lib/messages/file/move-messages'
import { findMail } from '@/lib/messages/find/find-mail'
import { unmaskMessage } from '@/lib/messages/mask/unmask-message'
import { listMessages } from '@/lib/messages/read/list-messages'
import { sendAttachment } from '@/lib/messages/read/send-attachment'
import { sendRaw } from '@/lib/messages/read/send-raw'
import { showHeaders } from '@/lib/messages/read/show-headers'
import { showHtml } from '@/lib/messages/read/show-html'
import { showMessage } from '@/lib/messages/read/show-message'
import { showThread } from '@/lib/messages/read/show-thread'
import { myRetention } from '@/lib/messages/retention/my-retention'
import { previewRetention } from '@/lib/messages/retention/preview-retention'
import { retryNotifications } from '@/lib/messages/notifications/retry-notifications'
import { listBatchItems } from '@/lib/provisioning/batches/list-batch-items'
import { listBatches } from '@/lib/provisioning/batches/list-batches'
import { deleteStray } from '@/lib/messages/stray/delete-stray'
import { listStray } from '@/lib/messages/stray/list-stray'
import { showStray } from '@/lib/messages/stray/show-stray'
import { moveMany } from '@/lib/provisioning/batches/move-many'
import { openMany } from '@/lib/provisioning/batches/open-many'
import { provisionMany } from '@/lib/provisioning/batches/provision-many'
import { showBatch } from '@/lib/provisioning/batches/show-batch'
import { stopBatch } from '@/lib/provisioning/batches/stop-batch'
import { undoBatch } from '@/lib/provisioning/batches/undo-batch'
import { reconcileFleet } from '@/lib/provisioning/fleet/reconcile-fleet'
import { showHealth } from '@/lib/provisioning/health/show-health'
import { listProvisionSteps } from '@/lib/provisioning/tenants/list-provision-steps'
import { provisionTenant } from '@/lib/provisioning/tenants/provision-tenant'
import { showProvision } from '@/lib/provisioning/tenants/show-provision'
import { listSends } from '@/lib/sending/list-sends'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { createTenant } from '@/lib/tenants/create-tenant'
import { previewPlan } from '@/lib/tenants/governing/preview-plan'
import { reactivateTenant } from '@/lib/tenants/governing/reactivate-tenant'
import { renameTenant } from '@/lib/tenants/governing/rename-tenant'
import { setPlan } from '@/lib/tenants/governing/set-plan'
import { suspendTenant } from '@/lib/tenants/governing/suspend-tenant'
import { inspectTenant } from '@/lib/tenants/inspect-tenant'
import { inviteOwner } from '@/lib/tenants/invite-owner'
import { listMoves } from '@/lib/tenants/moves/list-moves'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { previewMove } from '@/lib/tenants/moves/preview-move'
import { undoMove } from '@/lib/tenants/moves/undo-move'
import { prepareStream } from '@/lib/tenants/prepare-stream'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { showTenant } from '@/lib/tenants/show-tenant'
import { endAccess } from '@/lib/tenants/support/end-access'
import { listAccesses } from '@/lib/tenants/support/list-accesses'
import { openAccess } from '@/lib/tenants/support/open-access'
import { countUsage } from '@/lib/usage/overview/count-usage'
import { overseeUsage } from '@/lib/usage/overview/oversee-usage'
import { archiveWorkspace } from '@/lib/workspaces/archive-workspace'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { deleteWorkspace } from '@/lib/workspaces/delete-workspace'
import { editWorkspace } from '@/lib/workspaces/edit-workspace'
import { listWorkspaces } from '@/lib/workspaces/list-workspaces'
import { policyHistory } from '@/lib/workspaces/policy/policy-history'
import { previewPolicy } from '@/lib/workspaces/policy/preview-policy'
import { restorePolicy } from '@/lib/workspaces/policy/restore-policy'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { restoreWorkspace } from '@/lib/workspaces/restore-workspace'
import { showWorkspace } from '@/lib/workspaces/show-workspace'
import { showUsage } from '@/lib/usage/show-usage'

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
  closeInbox,
  listInboxes,
  moveInbox,
  openInbox,
  renameInbox,
  resumeInbox,
  setProtocolAccess,
  showInbox,
  showTerms,
  suspendInbox,
  createGrant,
  listGrants,
  mintToken,
  renewGrant,
  resumeGrant,
  revokeGrant,
  showGrant,
  suspendGrant,
  listSends,
  sendTestMessage,
  createTenant,
  inspectTenant,
  renameTenant,
  suspendTenant,
  reactivateTenant,
  previewPlan,
  setPlan,
  previewMove,
  moveTenant,
  undoMove,
  listMoves,
  inviteOwner,
  endAccess,
  listAccesses,
  openAccess,
  prepareStream,
  searchTenants,
  showTenant,
  showUsage,
  myRetention,
  previewRetention,
  listMessages,
  showMessage,
  showThread,
  showHeaders,
  sendRaw,
  sendAttachment,
  showHtml,
  markMessages,
  moveMessages,
  deleteMessages,
  unmaskMessage,
  findMail,
  inviteMember,
  listInvites,
  resendInvite,
  revokeInvite,
  listMembers,
  removeMember,
  setMemberRole,
  inviteStaff,
  listStaff,
  listStaffInvites,
  removeStaff,
  resendInviteOfStaff,
  revokeInviteOfStaff,
  setStaffRole,
  listActivity,
  showEvent,
  verifyTrail,
  exportActivity,
  report,
  searchEvents,
  verifyAll,
  exportAll,
  reportFor,
  provisionTenant,
  showProvision,
  listProvisionSteps,
  moveMany,
  provisionMany,
  openMany,
  listStray,
  showStray,
  deleteStray,
  retryNotifications,
  reconcileFleet,
  listBatches,
  showBatch,
  listBatchItems,
  stopBatch,
  undoBatch,
  showHealth,
  overseeUsage,
  countUsage,
  archiveWorkspace,
  createWorkspace,
  deleteWorkspace,
  editWorkspace,
  listWorkspaces,
  policyHistory,
  previewPolicy,
  restorePolicy,
  setPolicy,
  restoreWorkspace,
  showWorkspace,
  showMe,
  renameMe,
  listConnections,
  disconnect,
  listSessions,
  endSession,
  endAllSessions,
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
