'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { Someone } from './people-list'
import type { RoleWords } from './roles'

export interface PeopleActions<R extends string> {
  setRole: (input: { id: string; role: R }) => Promise<Outcome<unknown>>
  remove: (input: { id: string }) => Promise<Outcome<unknown>>
}

interface Props<R extends string> {
  person: Someone<R>
  isSelf: boolean
  place: string
  roles: RoleWords<R>[]
  actions: PeopleActions<R>
}

export function PersonControls<R extends string>({ person, isSelf, place, roles, actions }: Props<R>) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const role = useAct(actions.setRole)
  const change = async (next: R) => {
    await role.run({ id: person.id, role: next })
    // Also after a refusal: the choice goes back to what holds.
    router.refresh()
  }
  const left = useRef(false)
  const remove = async () => {
    const outcome = await actions.remove({ id: person.id })
    left.current = outcome.ok && isSelf
    return outcome
  }
  // Also when nothing was removed: what is shown is then what holds.
  const close = () => {
    setAsking(false)
    if (!left.current) return router.refresh()
    router.push('/home')
  }
  return (
    <div className="flex flex-col gap-1 sm:items-end">
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={`Role of ${person.name}`}
          value={person.role}
          disabled={role.busy}
          onChange={(event) => void change(event.target.value as R)}
          className="bg-raised border-edge min-h-11 rounded-md border px-2 text-sm sm:min-h-8"
        >
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Button look="danger" size="sm" onClick={() => setAsking(true)}>
          {isSelf ? 'Leave' : 'Remove'} <span className="sr-only">{isSelf ? place : person.name}</span>
        </Button>
      </div>
      <p role="status" className="text-bad max-w-80 text-sm sm:text-right">
        {role.refusal?.message}
      </p>
      <Dialog
        title={isSelf ? `Leave ${place}` : `Remove ${person.name} from ${place}`}
        open={asking}
        onClose={close}
      >
        <ConfirmForm
          verb={isSelf ? `Leave ${place}` : `Remove ${person.name}`}
          keep={isSelf ? 'Stay' : `Keep ${person.name}`}
          act={remove}
          onClose={close}
        >
          {isSelf ? 'You lose' : `${person.name} (${person.email}) loses`} access to {place} at once. Coming
          back takes a new invitation.
        </ConfirmForm>
      </Dialog>
    </div>
  )
}
