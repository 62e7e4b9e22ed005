import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { PolicyPreviewView, WorkspaceWithPolicy } from '@/lib/workspaces/policy/view'

const path = (slug: string) => `/api/v1/admin/workspaces/${slug}`

export const workspaceQueries = {
  one: (slug: string) =>
    queryOptions({
      queryKey: ['admin', 'workspaces', 'one', slug] as const,
      queryFn: ({ signal }) => api<WorkspaceWithPolicy>(path(slug), { signal }),
    }),
  preview: (slug: string, version: number, policy: Record<string, number | null>) =>
    queryOptions({
      queryKey: ['admin', 'workspaces', 'preview', slug, version, policy] as const,
      queryFn: ({ signal }) =>
        api<PolicyPreviewView>(`${path(slug)}/policy/preview`, { method: 'POST', body: { policy }, signal }),
      staleTime: 15_000,
    }),
}
