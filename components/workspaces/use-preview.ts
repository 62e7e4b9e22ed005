import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSettled } from '@/components/use-settled'
import type { PolicyPreviewView } from '@/lib/workspaces/policy/view'
import { workspaceQueries } from './queries'

/**
 * What the changes would bring, asked for once typing pauses; meanwhile the last answer stays.
 * `asItIs`: what the page knows of the policy without changes.
 */
export function usePreview(
  slug: string,
  version: number,
  changed: Record<string, number | null>,
  asItIs: PolicyPreviewView,
) {
  const now = JSON.stringify(changed)
  const settled = useSettled(now)
  const policy = JSON.parse(settled) as Record<string, number | null>
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...workspaceQueries.preview(slug, version, policy),
    placeholderData: keepPreviousData,
    ...(settled === '{}' && asItIs.version === version && { initialData: asItIs }),
  })
  return { preview: data, error, again: refetch, behind: isPlaceholderData || settled !== now }
}
