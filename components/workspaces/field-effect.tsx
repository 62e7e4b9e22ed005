import { cx } from '@/components/ui/cx'
import type { FieldPreviewView } from '@/lib/workspaces/policy/view'
import { numberWords } from '@/lib/usage/words'
import { tenantsWords } from './words'

interface Props {
  preview: FieldPreviewView
  isChanged: boolean
  behind: boolean
}

/** Whom a field touches, who is above it already, and what the last seven days would have been. */
export function FieldEffect({ preview, isChanged, behind }: Props) {
  const { touched, plans, above, dryRun, unit } = preview
  return (
    // Dimmer words would be too faint to read: what is counted anew is in the softer of the two inks.
    <div aria-busy={behind} className={cx('space-y-2', behind && 'text-soft')}>
      {(isChanged || preview.proposed !== null || above.tenants > 0) && (
        <p>
          {isChanged ? `Touches ${tenantsWords(touched)}.` : usersWords(preview)} {above.says}
        </p>
      )}
      {isChanged && (
        <ul className="text-soft">
          {plans.map(({ plan, says }) => (
            <li key={plan}>{says}</li>
          ))}
        </ul>
      )}
      {isChanged && dryRun.basis !== 'unchanged' && <p>{dryRun.says}</p>}
      {above.first.length > 0 && (
        <details>
          <summary className="text-soft hover:text-ink w-fit py-1">
            {above.tenants > above.first.length
              ? `The ${above.first.length} that are furthest above`
              : 'Who is above'}
          </summary>
          <ul className="mt-1">
            {above.first.map(({ slug, name, used, limit }) => (
              <li key={slug} className="[overflow-wrap:anywhere]">
                {name} <span className="text-soft pasted">{slug}</span>: {numberWords(used, unit)} of{' '}
                {numberWords(limit, unit)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** For whom a policy's value decides, where there is one. */
function usersWords({ proposed, plans }: FieldPreviewView): string {
  if (proposed === null) return ''
  const users = plans
    .filter(({ source }) => source === 'policy')
    .reduce((all, { tenants }) => all + tenants, 0)
  if (users === 0) return 'No tenant uses this.'
  return users === 1 ? '1 tenant uses this.' : `${tenantsWords(users)} use this.`
}
