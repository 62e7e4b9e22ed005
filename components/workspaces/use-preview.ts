import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { RefusedError } from '@/components/api'
import { useSettled } from '@/components/use-settled'
import type { PolicyPreviewView } from '@/lib/workspaces/policy/view'
import { workspaceQueries, type Proposal } from './queries'

const nothing = JSON.stringify({ policy: {}, mail: {} })

/**
 * What the changes would bring, asked for once typing pauses; meanwhile the last answer stays. `wrong`: what the server
 * says of single fields. `asItIs`: what the page knows of the policy without changes.
 */
export function usePreview(slug: string, version: number, proposed: Proposal, asItIs: PolicyPreviewView) {
  const now = JSON.stringify(proposed)
  const settled = useSettled(now)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...workspaceQueries.preview(slug, version, JSON.parse(settled) as Proposal),
    placeholderData: keepPreviousData,
    ...(settled === nothing && asItIs.version === version && { initialData: asItIs }),
  })
  const wrong = error instanceof RefusedError ? error.refusal.fields : undefined
  return { preview: data, error, wrong, again: refetch, behind: isPlaceholderData || settled !== now }
}
