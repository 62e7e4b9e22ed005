import type { WorkspaceView } from '@/lib/workspaces/view'

export function WorkspaceList({ workspaces }: { workspaces: WorkspaceView[] }) {
  return (
    <ul className="border-line border-t">
      {workspaces.map((workspace) => (
        <li key={workspace.id} className="hairline grid gap-x-8 py-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem]">
          <p className="min-w-0 [overflow-wrap:anywhere]">
            {workspace.name}
            {workspace.isDefault && <span className="text-soft"> (new tenants come here)</span>}
          </p>
          <p className="text-soft">{workspace.environment}</p>
          <p className="text-soft tabular-nums sm:text-right">
            {workspace.tenants === 1 ? '1 tenant' : `${workspace.tenants} tenants`}
          </p>
        </li>
      ))}
    </ul>
  )
}
