import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { MailChangeView } from '@/lib/workspaces/policy/mail/view'
import type { PolicyFieldView, PolicyPreviewView } from '@/lib/workspaces/policy/view'
import { Becomes } from './becomes'
import { tenantsWords, valueWords } from './words'

interface Props {
  fields: PolicyFieldView[]
  changed: Record<string, number | null>
  /** what is different of mail */
  mail: MailChangeView[]
  preview: PolicyPreviewView | undefined
  save: () => Promise<Outcome<unknown>>
  onClose: () => void
}

/** What will change, field by field, and for whom, before it does. */
export function ConfirmPolicy({ fields, changed, mail, preview, save, onClose }: Props) {
  const { run, busy, refusal } = useAct(save)
  const confirm = async () => {
    if ((await run())?.ok) onClose()
  }
  return (
    <div className="space-y-4">
      <ul className="space-y-3">
        {fields.map(({ name, label, unit, value }) => {
          const seen = preview?.fields.find((one) => one.name === name)
          return (
            <li key={name}>
              <p>
                {label}: {valueWords(value, unit)} <Becomes />{' '}
                <strong className="font-medium">{valueWords(changed[name] ?? null, unit)}</strong>
              </p>
              {seen && (
                <p className="text-soft text-sm">
                  Touches {tenantsWords(seen.touched)}. {seen.above.says}
                </p>
              )}
            </li>
          )
        })}
        {mail.map(({ name, label, says }) => {
          const seen = preview?.mail.find((one) => one.name === name)
          return (
            <li key={name}>
              <p>
                {label}: <strong className="font-medium">{says}</strong>
              </p>
              {seen && <p className="text-soft text-sm">Touches {tenantsWords(seen.touched)}.</p>}
            </li>
          )
        })}
      </ul>
      <p>
        {preview &&
          `In all this touches ${tenantsWords(preview.touched)} of ${preview.tenants.toLocaleString('en')}. `}
        It holds from the very next act on.
      </p>
      {refusal && (
        <p role="alert" className="text-bad text-sm">
          {Object.values(refusal.fields ?? {}).join(' ') || refusal.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep editing</Button>
        <Button look="primary" busy={busy} onClick={confirm}>
          {busy ? 'Saving' : 'Change policy'}
        </Button>
      </div>
    </div>
  )
}
