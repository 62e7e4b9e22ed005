'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { environmentWords, planWords } from '@/components/tenants/words'
import { WorkspacePicker } from '@/components/tenants/workspace-picker'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { ProvisionView } from '@/lib/provisioning/tenants/view'
import type { TenantView } from '@/lib/tenants/view'
import { atTheirRows, PeopleFields, peopleIn } from './people-fields'

type Environment = TenantView['workspace']['environment']

interface Request {
  clientId: string
  slug: string
  name: string
  plan: TenantView['plan']
  environment: Environment
  workspace: string
  domain: string
  inbox: string
  invite: ReturnType<typeof peopleIn>['people']
}

const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, mono: true } as const

export function ProvisionForm({
  provision,
}: {
  provision: (input: Request) => Promise<Outcome<ProvisionView>>
}) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(provision)
  const [environment, setEnvironment] = useState<Environment>('production')
  const [workspace, setWorkspace] = useState('')
  const [places, setPlaces] = useState<number[]>([])
  // The same sent twice is one tenant; once something is changed it is another request, with a client id of its own.
  const last = useRef<{ text: string; clientId: string }>(undefined)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { people, places } = peopleIn(form)
    const request = { ...requestOf(form), invite: people }
    setPlaces(places)
    const text = JSON.stringify(request)
    if (last.current?.text !== text) last.current = { text, clientId: `form-${crypto.randomUUID()}` }
    const outcome = await run({ ...request, clientId: last.current.clientId })
    if (outcome?.ok)
      return router.push(
        `/admin/provision/result?${new URLSearchParams({ clientId: outcome.data.clientId })}`,
      )
    const [first = ''] = Object.keys(atTheirRows(outcome?.error.fields ?? {}, places))
    const [, place, name = first] = /^invite\.(\d+)\.(\w+)$/.exec(first) ?? []
    const within = place === undefined ? form : form.querySelectorAll('[data-person]')[Number(place)]
    within?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
  }

  const wrong = atTheirRows(refusal?.fields ?? {}, places)
  return (
    <form onSubmit={submit} onChange={() => setRefusal(undefined)} noValidate className="max-w-2xl space-y-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="provision-name"
          name="name"
          label="Name"
          autoComplete="off"
          maxLength={100}
          error={wrong['name']}
        />
        <Field
          id="provision-slug"
          name="slug"
          label="Slug"
          hint="Stands in addresses and stays."
          error={wrong['slug']}
          {...plain}
        />
        <Select id="provision-plan" name="plan" label="Plan" defaultValue="free">
          {Object.entries(planWords).map(([plan, words]) => (
            <option key={plan} value={plan}>
              {words}
            </option>
          ))}
        </Select>
        <Select
          id="provision-environment"
          name="environment"
          label="Environment"
          value={environment}
          onChange={(event) => setEnvironment(event.target.value as Environment)}
        >
          {Object.entries(environmentWords).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
        <Field
          id="provision-domain"
          name="domain"
          label="Domain"
          hint="Optional. Its owner publishes the records."
          error={wrong['domain']}
          {...plain}
        />
        <Field
          id="provision-inbox"
          name="inbox"
          label="Before the @"
          hint="Of its address; agent when empty."
          error={wrong['inbox']}
          {...plain}
        />
        <div>
          <WorkspacePicker
            id="provision-workspace"
            label="Workspace"
            hint="Left empty: by the domain, else the default."
            environment={environment}
            value={workspace}
            onChange={setWorkspace}
            error={wrong['workspace']}
          />
        </div>
      </div>
      <PeopleFields wrong={wrong} onChange={() => setRefusal(undefined)} />
      <p role="status" className="text-bad min-h-6 text-sm">
        {refusal && !refusal.fields && refusal.message}
      </p>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? 'Provisioning' : 'Provision tenant'}
      </Button>
    </form>
  )
}

function requestOf(form: HTMLFormElement): Omit<Request, 'clientId' | 'invite'> {
  const data = new FormData(form)
  const text = (name: string) => data.get(name)?.toString() ?? ''
  return {
    ...{
      slug: text('slug'),
      name: text('name'),
      workspace: text('workspace'),
      domain: text('domain'),
      inbox: text('inbox'),
    },
    plan: text('plan') as Request['plan'],
    environment: text('environment') as Environment,
  }
}
