import { RelativeTime } from '@/components/ui/relative-time'
import { PersonControls, type PeopleActions } from './person-controls'
import { roleLabel, type RoleWords } from './roles'

export interface Someone<R extends string> {
  id: string
  name: string
  email: string
  role: R
  since: string
}

interface Props<R extends string> {
  people: Someone<R>[]
  /** the reader's own id */
  self: string
  /** what they are removed from, in the middle of a sentence */
  place: string
  roles: RoleWords<R>[]
  /** left out for who may not manage them */
  actions: PeopleActions<R> | undefined
}

export function PeopleList<R extends string>({ people, self, place, roles, actions }: Props<R>) {
  return (
    <ul className="border-line border-t">
      {people.map((person) => (
        <li
          key={person.id}
          data-person={person.email}
          className="hairline flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4"
        >
          <div className="min-w-0">
            <p className="font-medium [overflow-wrap:anywhere]">
              {person.name} {person.id === self && <span className="text-soft font-normal">(you)</span>}
            </p>
            <p className="text-soft text-sm [overflow-wrap:anywhere]">
              {person.email}, here since <RelativeTime at={person.since} />
            </p>
          </div>
          {actions ? (
            <PersonControls
              person={person}
              isSelf={person.id === self}
              place={place}
              roles={roles}
              actions={actions}
            />
          ) : (
            <p className="text-sm">{roleLabel(person.role)}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
