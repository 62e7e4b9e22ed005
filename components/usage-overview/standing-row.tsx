import Link from 'next/link'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Environment } from '@/components/shell/environment'
import { SuspendedChip } from '@/components/tenants/suspended-chip'
import { planWords } from '@/components/tenants/words'
import { Chip } from '@/components/ui/chip'
import { RelativeTime } from '@/components/ui/relative-time'
import { Bar } from '@/components/usage/bar'
import type { StandingView } from '@/lib/usage/overview/view'
import { amountWords, shareWords } from '@/lib/usage/words'

const chips = {
  ok: null,
  near: (
    <Chip tone="warning" icon={TriangleAlert}>
      Almost all used
    </Chip>
  ),
  full: (
    <Chip tone="warning-solid" icon={CircleAlert}>
      All used
    </Chip>
  ),
}

export function StandingRow({ standing }: { standing: StandingView }) {
  const { id, slug, name, plan, workspace, environment, suspended, label, unit, level } = standing
  const { used, limit, share, createdAt } = standing
  const amount = limit === null ? amountWords(used, unit) : shareWords(used, limit, unit)
  return (
    <tr className="hairline align-top" data-tenant={slug}>
      <th scope="row" className="py-3 pr-3 font-normal [overflow-wrap:anywhere]">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/admin/tenants/${slug}`} className="font-medium underline-offset-4 hover:underline">
            {name}
          </Link>
          <Environment name={environment} />
          {suspended && <SuspendedChip />}
        </span>
        <span className="text-soft block text-sm">
          {planWords[plan]}, in{' '}
          <Link href={`/admin/workspaces/${workspace.slug}`} className="underline-offset-4 hover:underline">
            {workspace.name}
          </Link>
        </span>
      </th>
      <td className="py-3 pr-3 text-sm leading-6 [overflow-wrap:anywhere]">
        <span id={`label-${id}`} className="text-soft block">
          {label}
        </span>
        <span className="tabular-nums">{amount}</span>
        {share !== null && (
          <Bar share={Math.min(1, share)} level={level} labelledBy={`label-${id}`} words={amount} />
        )}
        {chips[level]}
      </td>
      <td className="py-3 text-sm leading-6 tabular-nums">
        {share === null ? <span className="text-soft">no limit</span> : `${Math.floor(share * 100)} %`}
      </td>
      <td className="text-soft py-3 text-sm leading-6 max-sm:hidden">
        <RelativeTime at={createdAt} />
      </td>
    </tr>
  )
}
