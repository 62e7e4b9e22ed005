'use client'

import { Section } from '@/components/ui/section'
import type { GrantView, InboxView } from '@/lib/inboxes/view'
import type { GrantActions } from './actions'
import { AskLine } from './ask-line'
import { GrantList } from './grant-list'

interface Props {
  inbox: Pick<InboxView, 'id' | 'state'>
  grants: GrantView[]
  actions: GrantActions
  filing: string[]
  origin: string
}

/** The standing permissions of programs on this inbox. */
export function GrantSection({ inbox: { id, state }, actions, ...rest }: Props) {
  const { create } = actions
  return (
    <Section
      id="grants"
      title="Grants"
      purpose="Each is a program’s standing permission to act on this inbox. From it come tokens that last an hour at most; ending it ends them all at once."
    >
      <GrantList actions={actions} open={state === 'open'} {...rest} />
      {create && state !== 'closed' && (
        <div className="mt-4">
          <AskLine
            verb="Create grant"
            title="Create grant"
            keep="Cancel"
            field={{
              name: 'name',
              label: 'Name',
              hint: 'What uses it, such as “Order agent”.',
              most: 80,
            }}
            act={(name) => create({ inboxId: id, name })}
          >
            <p>With one grant for each program, one of them can be ended without the others.</p>
          </AskLine>
        </div>
      )}
    </Section>
  )
}
