import Link from 'next/link'
import { Facts } from '@/components/audit/facts'
import { tenantsWords } from '@/components/workspaces/words'
import { Button } from '@/components/ui/button'
import { ExactTime } from '@/components/ui/exact-time'
import { Field } from '@/components/ui/field'
import type { RetentionPreviewView, WorkspaceRemovalView } from '@/lib/messages/retention/view'
import { foldersWords, removalWords } from '@/lib/messages/retention/words'

type Days = { inbox?: string | undefined; spam?: string | undefined; trash?: string | undefined }
interface Props {
  path: string
  preview: RetentionPreviewView
  /** as they were typed */
  days: Days
}

const fields = [
  ['inbox', 'Days that mail is kept'],
  ['spam', 'Days that spam is kept'],
  ['trash', 'Days that trash is kept'],
] as const

/** What tonight deletes in a workspace, and what it would with other days. Looking changes nothing. */
export function RetentionPreview({ path, preview, days }: Props) {
  return (
    <>
      <Facts
        of={[
          ['Runs', <ExactTime key="at" at={preview.at} />],
          ['Deletes', <Removal key="now" of={preview.tonight} />],
          ['With the days below', preview.proposed && <Removal key="then" of={preview.proposed} />],
        ]}
      />
      <form action={`${path}#tonight`} className="mt-6 flex flex-wrap items-end gap-3">
        {fields.map(([name, label]) => (
          <Field
            key={name}
            id={`tonight-${name}`}
            name={name}
            label={label}
            type="number"
            inputMode="numeric"
            min={1}
            max={name === 'trash' ? 365 : 3650}
            defaultValue={days[name]}
            className="w-full sm:w-44"
          />
        ))}
        <Button type="submit">Show what other days delete</Button>
      </form>
    </>
  )
}

function Removal({ of }: { of: WorkspaceRemovalView }) {
  if (of.messages === 0) return <p>Nothing</p>
  return (
    <>
      <p>
        {removalWords(of)}, of {tenantsWords(of.tenants)}
      </p>
      <p className="text-soft text-sm">{foldersWords(of)}</p>
      <ul className="mt-2">
        {of.most.map(({ slug, name, ...removal }) => (
          <li key={slug} className="text-sm">
            <Link href={`/admin/tenants/${slug}`} className="decoration-edge underline underline-offset-4">
              {name}
            </Link>{' '}
            <span className="text-soft">{removalWords(removal)}</span>
          </li>
        ))}
      </ul>
      {of.tenants > of.most.length && <p className="text-soft text-sm">These are the ten with most of it.</p>}
    </>
  )
}
