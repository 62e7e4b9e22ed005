import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyCell } from '@/components/ui/copy-cell'
import { Field } from '@/components/ui/field'
import type { TrailView } from '@/lib/audit/view'

const many = (n: number, one: string) => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`

/** What a walk over the trail found. */
export function TrailState({ trail }: { trail: TrailView }) {
  const { ok, events, seals, unsealed, head, firstFault } = trail
  if (!ok && firstFault)
    return (
      <Callout tone="bad" icon={ShieldAlert} role="alert" className="mb-6">
        <p className="font-medium">The trail does not fit its seals.</p>
        <p>{firstFault.what} Events before it are as they were written.</p>
      </Callout>
    )
  return (
    <Callout tone="good" icon={ShieldCheck} role="status" className="mb-6">
      <p className="font-medium">Trail verified.</p>
      <p>
        {many(events, 'event')} under {many(seals, 'seal')}, none changed, removed or put in later.
        {unsealed > 0 && ` ${many(unsealed, 'event')} will be sealed within a minute or two.`}
      </p>
      {head && (
        <div>
          <p className="text-soft text-sm">Note the head elsewhere, to see later that no end was cut off:</p>
          <CopyCell text={head} label="head of the trail" />
        </div>
      )}
    </Callout>
  )
}

/** Asks for a walk; works without a script. */
export function VerifyForm({ path, expectHead }: { path: string; expectHead: string | undefined }) {
  return (
    <form action={path} className="mb-6 flex max-w-2xl flex-wrap items-end gap-2">
      <input type="hidden" name="verify" value="1" />
      <Field
        id="expectHead"
        name="expectHead"
        label="Head noted before (optional)"
        mono
        defaultValue={expectHead}
        pattern="[0-9a-f]{64}"
        title="64 characters, 0 to 9 and a to f"
        className="min-w-0 grow"
      />
      <Button type="submit">
        <ShieldCheck aria-hidden />
        Verify trail
      </Button>
    </form>
  )
}
