const verbs: Record<string, string> = {
  'domain.added': 'added the domain',
  'domain.deleting': 'deleted the domain',
  'domain.deleted': 'finished removing the domain',
  'domain.checked': 'asked for a check of',
  'domain.restarted': 'started the search again for',
  'sending.tested': 'sent a test message from',
  'tenant.created': 'created the organisation',
}

/** An act as a sentence. */
export const actWords = (action: string, actor: string, subject: string): string =>
  `${actor} ${verbs[action] ?? action} ${subject}`
