'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

const MOST = 20

interface Props {
  wrong: Record<string, string>
  /** rows changed their places */
  onChange: () => void
}

/** Who is invited, as what and when. A row without an address counts as none. */
export function PeopleFields({ wrong, onChange }: Props) {
  const [rows, setRows] = useState([0])
  const add = () => setRows([...rows, Math.max(-1, ...rows) + 1])
  const leaveOut = (row: number) => {
    setRows(rows.filter((one) => one !== row))
    onChange()
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">People to invite</legend>
      <div className="space-y-4">
        {rows.map((row, at) => (
          <div key={row} data-person className="flex flex-wrap items-start gap-3">
            <Field
              id={`person-${row}-email`}
              name="email"
              type="email"
              label="E-mail address"
              error={wrong[`invite.${at}.email`]}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="min-w-0 flex-1 basis-56"
            />
            <Select
              id={`person-${row}-role`}
              name="role"
              label="Role"
              className="basis-28"
              defaultValue={at === 0 ? 'owner' : 'member'}
            >
              <option value="owner">Owner</option>
              <option value="member">Member</option>
            </Select>
            <div className="basis-44">
              <Select id={`person-${row}-when`} name="when" label="When" defaultValue="now">
                <option value="now">Now</option>
                <option value="domain_ready">When the domain is ready</option>
              </Select>
              {wrong[`invite.${at}.when`] && (
                <p className="text-bad mt-1.5 text-sm">{wrong[`invite.${at}.when`]}</p>
              )}
            </div>
            <Button look="plain" className="mt-[1.625rem]" onClick={() => leaveOut(row)}>
              <X aria-hidden />
              <span className="sr-only">Leave out person {at + 1}</span>
            </Button>
          </div>
        ))}
      </div>
      {rows.length < MOST && (
        <Button size="sm" className="mt-3" onClick={add}>
          <Plus aria-hidden />
          Add a person
        </Button>
      )}
    </fieldset>
  )
}

/** What the rows say, in their order, and the place of each among all rows. */
export function peopleIn(form: HTMLFormElement) {
  const rows = [...form.querySelectorAll<HTMLElement>('[data-person]')].map((row, place) => {
    const value = (name: string) =>
      row.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)!.value
    const person = {
      email: value('email').trim(),
      role: value('role') as 'owner' | 'member',
      when: value('when') as 'now' | 'domain_ready',
    }
    return { place, person }
  })
  const named = rows.filter(({ person }) => person.email !== '')
  return { people: named.map(({ person }) => person), places: named.map(({ place }) => place) }
}

/** A refusal counts the people that were sent; the form counts its rows. */
export const atTheirRows = (fields: Record<string, string>, places: number[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, say]) => [
      field.replace(/^invite\.(\d+)/, (_, sent) => `invite.${places[Number(sent)]}`),
      say,
    ]),
  )
