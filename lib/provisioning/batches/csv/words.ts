/** The columns of a file of tenants, with what each wants. */
export const columnWords = {
  client_id: 'Needed. Your own id for it: the same line sent again makes nothing twice.',
  slug: 'Needed. Stands in addresses and stays: lower-case letters, digits and hyphens.',
  name: 'Needed. As its people read it.',
  plan: 'free, pro or enterprise; free when empty.',
  workspace: 'Slug of a workspace; when empty, the pattern that fits the domain decides.',
  environment: 'production, staging or development; production when empty.',
  domain: 'A domain to add.',
  inbox: 'What stands before the @ of its address; agent when empty.',
  owner_email: 'Who is invited as its first owner.',
} as const

/** The columns of a file of inboxes. */
export const inboxColumnWords = {
  client_id: 'Needed. Your own id for it, one an inbox: the same line sent again opens nothing twice.',
  tenant: 'Needed. Slug of the organisation that the inbox is for.',
  local_part: 'What stands before the @; that of the organisation’s address when empty.',
  domain: 'A domain of the organisation; its address below the platform’s own name when empty.',
  name: 'As its people read it; its address when empty.',
} as const
