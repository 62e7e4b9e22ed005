import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { LimitChangeView, TenantView } from '@/lib/tenants/view'
import type { WorkspaceView } from '@/lib/workspaces/view'

interface Preview {
  limits: LimitChangeView[]
}

/** What an admin's dialogs ask while something is chosen. Numbers move, so each dialog asks anew. */
export const tenantQueries = {
  plan: (slug: string, plan: TenantView['plan']) =>
    queryOptions({
      queryKey: ['admin', 'tenants', slug, 'plan', plan] as const,
      queryFn: ({ signal }) =>
        api<Preview>(`/api/v1/admin/tenants/${slug}/plan?${new URLSearchParams({ plan })}`, { signal }),
      ...{ staleTime: 0, gcTime: 0 },
    }),
  move: (slug: string, workspace: string) =>
    queryOptions({
      queryKey: ['admin', 'tenants', slug, 'move', workspace] as const,
      queryFn: ({ signal }) =>
        api<Preview & { to: { slug: string; name: string } }>(
          `/api/v1/admin/tenants/${slug}/moves/preview?${new URLSearchParams({ workspace })}`,
          { signal },
        ),
      ...{ staleTime: 0, gcTime: 0, retry: false },
    }),
  workspaces: (environment: string, search: string) =>
    queryOptions({
      queryKey: ['admin', 'workspaces', environment, search] as const,
      queryFn: ({ signal }) =>
        api<{ items: WorkspaceView[] }>(
          `/api/v1/admin/workspaces?${new URLSearchParams({ environment, limit: '8', ...(search && { search }) })}`,
          { signal },
        ),
    }),
}
