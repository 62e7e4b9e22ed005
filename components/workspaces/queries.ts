import { queryOptions } from '@tanstack/react-query'
import { api, RefusedError } from '@/components/api'
import type { MailPolicyView } from '@/lib/workspaces/policy/mail/view'
import type { PolicyPreviewView, WorkspaceWithPolicy } from '@/lib/workspaces/policy/view'

/** What an edit would change. */
export interface Proposal {
  policy: Record<string, number | null>
  mail: Partial<MailPolicyView>
}

const path = (slug: string) => `/api/v1/admin/workspaces/${slug}`

export const workspaceQueries = {
  one: (slug: string) =>
    queryOptions({
      queryKey: ['admin', 'workspaces', 'one', slug] as const,
      queryFn: ({ signal }) => api<WorkspaceWithPolicy>(path(slug), { signal }),
    }),
  preview: (slug: string, version: number, proposed: Proposal) =>
    queryOptions({
      queryKey: ['admin', 'workspaces', 'preview', slug, version, proposed] as const,
      queryFn: ({ signal }) =>
        api<PolicyPreviewView>(`${path(slug)}/policy/preview`, { method: 'POST', body: proposed, signal }),
      staleTime: 15_000,
      // What was refused is refused again: whoever types mends it.
      retry: (times, error) => !(error instanceof RefusedError) && times < 2,
    }),
}
