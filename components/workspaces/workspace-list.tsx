import Link from 'next/link'
import { Environment } from '@/components/shell/environment'
import type { WorkspaceView } from '@/lib/workspaces/view'
import { tenantsWords } from './words'

export function WorkspaceList({ workspaces }: { workspaces: WorkspaceView[] }) {
  return (
    <ul className="border-line border-t">
      {workspaces.map((workspace) => (
        <li
          key={workspace.id}
          data-workspace={workspace.slug}
          className="hairline grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_12rem_8rem]"
        >
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <h2 className="flex flex-wrap items-center gap-2 font-medium">
              <Link
                href={`/admin/workspaces/${workspace.slug}`}
                className="decoration-edge underline underline-offset-4"
              >
                {workspace.name}
              </Link>
              <Environment name={workspace.environment} />
            </h2>
            <p className="text-soft text-sm">
              <span className="pasted">{workspace.slug}</span>
              {workspace.isDefault && ', where new tenants come when nothing else says where'}
              {workspace.description && `, ${workspace.description}`}
            </p>
          </div>
          <p className="text-soft">{limitsWords(workspace.limitsSet)}</p>
          <p className="text-soft tabular-nums sm:text-right">{tenantsWords(workspace.tenants)}</p>
        </li>
      ))}
    </ul>
  )
}

function limitsWords(n: number): string {
  if (n === 0) return 'The plans’ limits'
  return n === 1 ? '1 limit of its own' : `${n} limits of its own`
}
