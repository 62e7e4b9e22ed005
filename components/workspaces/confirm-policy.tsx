import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/use-act'
import type { PolicyFieldView, PolicyPreviewView } from '@/lib/workspaces/policy/view'
import { Becomes } from './becomes'
import { tenantsWords, valueWords } from './words'

interface Props {
  fields: PolicyFieldView[]
  changed: Record<string, number | null>
  preview: PolicyPreviewView | undefined
  save: () => Promise<Outcome<unknown>>
  onClose: () => void
}

/** What will change, field by field, and for whom, before it does. */
export function ConfirmPolicy({ fields, changed, preview, save, onClose }: Props) {
  const { run, busy, refusal } = useAct(save)
  const confirm = async () => {
    if ((await run())?.ok) onClose()
  }
  return (
    <div className="space-y-4">
      <ul className="space-y-3">
        {fields.map(({ name, label, value }) => {
          const seen = preview?.fields.find((one) => one.name === name)
          return (
            <li key={name}>
              <p>
                {label}: {valueWords(value)} <Becomes />{' '}
                <strong className="font-medium">{valueWords(changed[name] ?? null)}</strong>
              </p>
              {seen && (
                <p className="text-soft text-sm">
                  Touches {tenantsWords(seen.touched)}. {seen.above.says}
                </p>
              )}
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
          {refusal.message}
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
