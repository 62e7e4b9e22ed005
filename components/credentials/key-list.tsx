import { ExactTime } from '@/components/ui/exact-time'
import { RelativeTime } from '@/components/ui/relative-time'
import type { KeyView } from '@/lib/credentials/view'
import type { KeyActions } from './actions'
import { KeyChip } from './key-chip'
import { KeyMenu } from './key-menu'

/** The keys, newest first; with `actions` for whoever may change them. */
export function KeyList({ keys, actions }: { keys: KeyView[]; actions: KeyActions | undefined }) {
  return (
    <ul className="border-line border-t">
      {keys.map((key) => (
        <li
          key={key.id}
          data-key={key.name}
          data-state={key.state}
          className="hairline grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0 space-y-1.5">
            <h2 className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
              {key.name} <KeyChip state={key.state} />
            </h2>
            <Secrets secrets={key.secrets} />
            <p className="text-soft pasted">{key.scopes.join(', ')}</p>
            <p className="text-soft text-sm">
              {key.domain && <>Only {key.domain.name ?? 'a domain that is deleted'}. </>}
              {key.inbox && <>Only {key.inbox.address}. </>}
              <Use of={key} /> Created by {key.createdBy} <RelativeTime at={key.createdAt} />.{' '}
              {key.expiresAt && key.state === 'live' && (
                <>
                  Expires <ExactTime at={key.expiresAt} />.
                </>
              )}
            </p>
          </div>
          {actions && key.state === 'live' && (
            <KeyMenu id={key.id} name={key.name} rotating={key.secrets.length > 1} {...actions} />
          )}
        </li>
      ))}
    </ul>
  )
}

const Secrets = ({ secrets }: Pick<KeyView, 'secrets'>) =>
  secrets.map(({ hint, expiresAt }) => (
    <p key={hint} className="text-sm">
      <span className="pasted">{hint}…</span>
      {expiresAt && secrets.length > 1 && (
        <span className="text-soft">
          , the older secret, until <ExactTime at={expiresAt} />
        </span>
      )}
    </p>
  ))

const Use = ({ of: { lastUsedAt, lastUsedFrom } }: { of: KeyView }) =>
  lastUsedAt ? (
    <>
      Last used <RelativeTime at={lastUsedAt} />
      {lastUsedFrom && <> from {lastUsedFrom}</>}.
    </>
  ) : (
    <>Not used yet.</>
  )
