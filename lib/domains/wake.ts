import { announce } from '@/lib/kernel/live'

/** The poller listens for this: something fell due before its time. */
export const DUE = 'due'

/** After the transaction: tells open pages to read the domain again, and the poller to look now. */
export async function wake(tenantId: string, id: string): Promise<void> {
  await Promise.all([announce({ tenantId, noun: 'domains', id }), announce({ tenantId, noun: DUE, id })])
}
