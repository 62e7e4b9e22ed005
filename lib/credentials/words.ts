/** What each scope lets a program do, for whoever ticks it. */
export const scopeWords: Record<string, string> = {
  'domains.read': 'List domains, and see their records and state',
  'domains.add': 'Add domains',
  'domains.check': 'Look at the DNS of a domain now',
  'domains.delete': 'Delete domains, with their signing keys and history',
  'sending.read': 'See what was sent',
  'tenants.read': 'See the organisation’s name and workspace',
  'members.read': 'See who the members are',
  'audit.read': 'See what happened and who did it',
  'audit.verify': 'Prove that the record of it is whole',
  'audit.export': 'Download that record',
  'audit.report': 'Report who could do what at a time',
  'tenants.search': 'Find organisations',
  'tenants.create': 'Create organisations',
  'workspaces.read': 'See workspaces',
  'health.read': 'See the health of the installation',
}
