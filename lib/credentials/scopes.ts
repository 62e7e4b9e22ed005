import { AppError } from '@/lib/kernel/errors'
import { scopesFor, type Permission } from '@/lib/kernel/permissions'

/** What a key can be given. One of the platform acts in tenants too, when a call names one. */
export const grantableScopes = (isPlatform: boolean): Permission[] =>
  isPlatform ? [...scopesFor('platform_key'), ...scopesFor('key')] : scopesFor('key')

/** @throws AppError scope_unknown, when one of them is none that such a key can have */
export function checkScopes(scopes: readonly string[], isPlatform: boolean): void {
  const known: readonly string[] = grantableScopes(isPlatform)
  const unknown = scopes.find((scope) => !known.includes(scope))
  if (unknown !== undefined)
    throw new AppError('scope_unknown', { field: 'scopes', next: `Choose out of: ${known.join(', ')}.` })
}
