import { RelativeTime } from '@/components/ui/relative-time'
import type { GrantView } from '@/lib/inboxes/view'
import type { GrantActions } from './actions'
import { Ask } from './ask'
import { GrantChip } from './grant-chip'
import { MintToken } from './mint-token'
import { grantMeaning, tokenWords } from './words'

interface Props {
  grants: GrantView[]
  actions: GrantActions
  filing: string[]
  origin: string
  /** tokens can be made: the inbox is open */
  open: boolean
}

/** Who may act on the inbox, newest first, each with its end. */
export function GrantList({ grants, ...rest }: Props) {
  if (grants.length === 0) return <p className="text-soft">No program has a grant on this inbox.</p>
  return (
    <ul className="border-line border-t">
      {grants.map((grant) => (
        <li
          key={grant.id}
          data-grant={grant.name}
          data-state={grant.state}
          className="hairline grid gap-x-8 gap-y-2 py-4 lg:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0 space-y-1">
            <h3 className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
              {grant.name} <GrantChip state={grant.state} />
            </h3>
            <p className="text-soft text-sm">
              Grant id <span className="pasted">{grant.id}</span>
            </p>
            <p className="text-soft text-sm">
              {grantMeaning[grant.state]} {grant.state === 'live' && `${tokenWords(grant.tokens)}. `}
              Created by {grant.createdBy} <RelativeTime at={grant.createdAt} />.
            </p>
          </div>
          {grant.state !== 'revoked' && <Acts grant={grant} {...rest} />}
        </li>
      ))}
    </ul>
  )
}

function Acts({ grant, actions, filing, origin, open }: Omit<Props, 'grants'> & { grant: GrantView }) {
  const { suspend, resume, renew, revoke, mint } = actions
  const { id, name, state } = grant
  const live = state === 'live'
  return (
    <div className="flex flex-wrap items-start gap-2 lg:justify-end">
      {mint && live && open && <MintToken grant={{ id, name }} mint={mint} filing={filing} origin={origin} />}
      {suspend && live && (
        <Ask
          verb="Suspend"
          of={name}
          title={`Suspend ${name}`}
          confirm={`Suspend ${name}`}
          keep="Keep it live"
          act={() => suspend({ id })}
        >
          Every token of it is dead with its next call, and none can be made until it is resumed. The inbox
          itself goes on, and so do its other grants.
        </Ask>
      )}
      {resume && !live && (
        <Ask
          verb="Resume"
          of={name}
          title={`Resume ${name}`}
          confirm={`Resume ${name}`}
          keep="Keep it suspended"
          act={() => resume({ id })}
        >
          Tokens can be made again. Those from before stay dead.
        </Ask>
      )}
      {renew && (
        <Ask
          verb="Renew"
          of={name}
          title={`Renew ${name}`}
          confirm={`Renew ${name}`}
          keep="Keep its tokens"
          act={() => renew({ id })}
        >
          Every token of it is dead with its next call. The grant stays, and its program makes a new one.
        </Ask>
      )}
      {revoke && (
        <Ask
          verb="Revoke"
          of={name}
          look="danger"
          title={`Revoke ${name}`}
          confirm={`Revoke ${name}`}
          keep="Keep grant"
          act={() => revoke({ id })}
        >
          Every token of it is dead with its next call, and it never gets another. A revoked grant cannot be
          brought back.
        </Ask>
      )}
    </div>
  )
}
