'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { KeyActions } from './actions'
import { ConfirmForm } from './confirm-form'
import { RotateForm } from './rotate-form'

type Props = KeyActions & { id: string; name: string; rotating: boolean }

/** What an owner may do to a key: a new secret, the end of the older one, the end of the key. */
export function KeyMenu({ id, name, rotating, rotate, revoke, endOld }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<'rotate' | 'end' | 'revoke'>()
  const close = () => setOpen(undefined)
  // The list behind the dialog shows what changed at once; the dialog may go on showing the new secret.
  const seen = async <T,>(outcome: Promise<Outcome<T>>) => {
    if ((await outcome).ok) router.refresh()
    return outcome
  }
  const label = (verb: string) => ({ 'aria-label': `${verb} of ${name}` })
  return (
    <div className="flex flex-wrap items-start gap-2 sm:justify-end">
      {rotating && endOld && (
        <Button size="sm" onClick={() => setOpen('end')} {...label('End older secret')}>
          End older secret
        </Button>
      )}
      {(!rotating || !endOld) && (
        <Button size="sm" onClick={() => setOpen('rotate')} {...label('New secret')}>
          New secret
        </Button>
      )}
      <Button size="sm" look="danger" onClick={() => setOpen('revoke')} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
      <Dialog title={`New secret for ${name}`} open={open === 'rotate'} onClose={close}>
        <RotateForm
          id={id}
          name={name}
          rotating={rotating}
          rotate={(input) => seen(rotate(input))}
          onClose={close}
        />
      </Dialog>
      <Dialog title={`Revoke ${name}`} open={open === 'revoke'} onClose={close}>
        <ConfirmForm verb={`Revoke ${name}`} keep="Keep key" act={() => seen(revoke({ id }))} onClose={close}>
          Every program that uses this key is cut off with its next call. A revoked key cannot be brought
          back.
        </ConfirmForm>
      </Dialog>
      {endOld && (
        <Dialog title={`End the older secret of ${name}`} open={open === 'end'} onClose={close}>
          <ConfirmForm
            verb="End older secret"
            keep="Keep it"
            act={() => seen(endOld({ id }))}
            onClose={close}
          >
            Every program that still uses the older secret of {name} is cut off with its next call. The newer
            one keeps working.
          </ConfirmForm>
        </Dialog>
      )}
    </div>
  )
}
