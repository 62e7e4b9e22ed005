const verbs: Record<string, string> = {
  'domain.added': 'added the domain',
  'domain.deleting': 'deleted the domain',
  'domain.deleted': 'finished removing the domain',
  'domain.checked': 'asked for a check of',
  'domain.restarted': 'started the search again for',
  'sending.tested': 'sent a test message from',
  'key.created': 'created the API key',
  'key.rotated': 'gave a new secret to the API key',
  'key.old_secret_ended': 'ended the older secret of the API key',
  'key.revoked': 'revoked the API key',
  'key.read': 'looked at',
  'platform_key.created': 'created the platform key',
  'platform_key.rotated': 'gave a new secret to the platform key',
  'platform_key.revoked': 'revoked the platform key',
  'tenant.created': 'created the organisation',
}

/** An act as a sentence. */
export const actWords = (action: string, actor: string, subject: string): string =>
  `${actor} ${verbs[action] ?? action} ${subject}`
