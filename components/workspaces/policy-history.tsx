import { RelativeTime } from '@/components/ui/relative-time'
import type { PolicyRevisionView, PolicyView } from '@/lib/workspaces/policy/view'
import type { RestorePolicy } from './actions'
import { Becomes } from './becomes'
import { RestoreValues } from './restore-values'
import { valueWords } from './words'

interface Props {
  slug: string
  policy: PolicyView
  revisions: PolicyRevisionView[]
  restore: RestorePolicy
}

/** Who changed the policy, when and what, newest first. */
export function PolicyHistory({ slug, policy, revisions, restore }: Props) {
  if (revisions.length === 0)
    return <p className="text-soft">Nobody has changed it: every limit is the plan’s.</p>
  const first = revisions.some(({ version }) => version === 2) ? { version: 1, values: {} } : null
  return (
    <ol className="border-line border-t">
      {revisions.map((revision) => (
        <li
          key={revision.id}
          data-version={revision.version}
          className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p>
              Version {revision.version}, by {revision.changedBy} <RelativeTime at={revision.at} />
              {revision.restoredFrom !== null && `, with the values of version ${revision.restoredFrom}`}
            </p>
            <ul className="text-soft text-sm">
              {revision.changes.map(({ name, label, before, after }) => (
                <li key={name}>
                  {label}: {valueWords(before)} <Becomes /> {valueWords(after)}
                </li>
              ))}
            </ul>
          </div>
          {revision.version !== policy.version && (
            <RestoreValues slug={slug} policy={policy} revision={revision} restore={restore} />
          )}
        </li>
      ))}
      {first && (
        <li data-version={1} className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p>Version 1, as the workspace was made: every limit the plan’s</p>
          <RestoreValues slug={slug} policy={policy} revision={first} restore={restore} />
        </li>
      )}
    </ol>
  )
}
