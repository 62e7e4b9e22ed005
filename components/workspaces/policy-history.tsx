import { RelativeTime } from '@/components/ui/relative-time'
import type { PolicyHistoryView, PolicyRevisionView, PolicyView } from '@/lib/workspaces/policy/view'
import type { RestorePolicy } from './actions'
import { Becomes } from './becomes'
import { RestoreValues } from './restore-values'
import { valueWords } from './words'

interface Props {
  slug: string
  policy: PolicyView
  revisions: PolicyRevisionView[]
  /** what putting back the first version would change of mail, where its turn is */
  first: PolicyHistoryView['first']
  restore: RestorePolicy
}

/** Who changed the policy, when and what, newest first. */
export function PolicyHistory({ slug, policy, revisions, first, restore }: Props) {
  if (revisions.length === 0)
    return <p className="text-soft">Nobody has changed it: every limit is the plan’s.</p>
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
              {revision.changes.map(({ name, label, unit, before, after }) => (
                <li key={name}>
                  {label}: {valueWords(before, unit)} <Becomes /> {valueWords(after, unit)}
                </li>
              ))}
              {revision.mail.map(({ name, label, says }) => (
                <li key={name}>
                  {label}: {says}
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
          <RestoreValues
            slug={slug}
            policy={policy}
            revision={{ version: 1, values: {}, ...first }}
            restore={restore}
          />
        </li>
      )}
    </ol>
  )
}
