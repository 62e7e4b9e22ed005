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
