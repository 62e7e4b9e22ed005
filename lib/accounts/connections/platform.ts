import { platformTenantId } from '@/lib/audit/platform'
import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import { asPlatform } from '@/lib/kernel/platform'
import { providerNames, type Provider } from './words'

// Connections belong to people, not to a tenant; whoever comes from a provider is nobody until theirs is found.

export interface ProviderAccount {
  provider: string
  providerAccountId: string
}

export const connectionsOf = (userId: string) =>
  asPlatform((tx) => tx.account.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } }))

export async function personOfAccount({ provider, providerAccountId }: ProviderAccount) {
  const found = await asPlatform((tx) =>
    tx.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      include: { user: true },
    }),
  )
  return found?.user ?? null
}

/** Keeps which account it is, and none of the provider's tokens. */
export function connect(
  caller: PersonCaller,
  { provider, providerAccountId }: ProviderAccount,
): Promise<void> {
  return asPlatform(async (tx) => {
    const { userId } = caller
    const { id } = await tx.account.create({
      data: { userId, provider, providerAccountId },
      select: { id: true },
    })
    await recordAct(tx, caller, {
      tenantId: await platformTenantId(),
      action: 'person.connected',
      subject: { type: 'connection', id, label: nameOf(provider) },
    })
  })
}

/** @throws AppError not_found when it is not connected */
export function disconnectFrom(caller: PersonCaller, provider: Provider): Promise<void> {
  return asPlatform(async (tx) => {
    const { count } = await tx.account.deleteMany({ where: { userId: caller.userId, provider } })
    if (count === 0) throw new AppError('not_found')
    await recordAct(tx, caller, {
      tenantId: await platformTenantId(),
      action: 'person.disconnected',
      subject: { type: 'connection', id: null, label: nameOf(provider) },
    })
  })
}

const nameOf = (provider: string) => providerNames[provider as Provider] ?? provider
