import { numberWords } from '@/lib/usage/words'
import type { InspectedTenantView, TenantView } from '@/lib/tenants/view'

export const planWords: Record<TenantView['plan'], string> = {
  free: 'Free',
  pro: 'Pro',
  enterprise: 'Enterprise',
}
export const environmentWords: Record<TenantView['workspace']['environment'], string> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
}

/** Why a tenant is in its workspace, after the workspace's name. */
export const assignmentWords: Record<InspectedTenantView['assignment'], string> = {
  fallback: 'by default',
  pattern: 'by a proven name',
  explicit: 'put there by an admin',
}

/** A limit and who decides it. */
export const limitWords = (limit: number | null, source: 'plan' | 'policy', unit: string): string =>
  `${limit === null ? 'no limit' : numberWords(limit, unit)} (${source})`

export const isPlan = (text: string | undefined): text is TenantView['plan'] =>
  text !== undefined && text in planWords
export const isEnvironment = (text: string | undefined): text is TenantView['workspace']['environment'] =>
  text !== undefined && text in environmentWords
