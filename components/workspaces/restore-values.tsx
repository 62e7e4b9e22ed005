'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { PolicyRevisionView, PolicyView } from '@/lib/workspaces/policy/view'
import type { RestorePolicy } from './actions'
import { Becomes } from './becomes'
import { valueWords } from './words'

interface Props {
  slug: string
  policy: PolicyView
  revision: Pick<PolicyRevisionView, 'version' | 'values' | 'mailBack'>
  restore: RestorePolicy
}

/** Puts the values of an earlier version back, after showing what that changes today. */
export function RestoreValues({ slug, policy, revision, restore }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { version: to, values, mailBack } = revision
  const differing = policy.fields.filter(({ name, value }) => value !== (values[name] ?? null))
  const putBack = async () => {
    const outcome = await restore({ workspace: slug, version: policy.version, to })
    // Also after a conflict: the list then shows what came in between.
    router.refresh()
    return outcome
  }
  return (
    <div className="flex items-start sm:justify-end">
      <Button size="sm" onClick={() => setAsking(true)}>
        Put these values back <span className="sr-only">of version {to}</span>
      </Button>
      <Dialog title={`Put the values of version ${to} back`} open={asking} onClose={() => setAsking(false)}>
        {differing.length + mailBack.length === 0 ? (
          <div className="space-y-4">
            <p>The policy says just that already, so nothing would change.</p>
            <div className="flex justify-end">
              <Button onClick={() => setAsking(false)}>Close</Button>
            </div>
          </div>
        ) : (
          <>
            <ul className="mb-4 space-y-1">
              {differing.map(({ name, label, unit, value }) => (
                <li key={name}>
                  {label}: {valueWords(value, unit)} <Becomes />{' '}
                  <strong className="font-medium">{valueWords(values[name] ?? null, unit)}</strong>
                </li>
              ))}
              {mailBack.map(({ name, label, says }) => (
                <li key={name}>
                  {label}: <strong className="font-medium">{says}</strong>
                </li>
              ))}
            </ul>
            <ConfirmForm
              verb="Put these values back"
              keep="Keep today’s"
              act={putBack}
              onClose={() => setAsking(false)}
            >
              They hold from the very next act of the workspace’s tenants on, as a new version.
            </ConfirmForm>
          </>
        )}
      </Dialog>
    </div>
  )
}
