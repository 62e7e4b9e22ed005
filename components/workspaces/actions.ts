import type { Outcome } from '@/components/outcome'
import type { MailPolicyView } from '@/lib/workspaces/policy/mail/view'
import type { PolicyView, WorkspaceWithPolicy } from '@/lib/workspaces/policy/view'
import type { WorkspaceView } from '@/lib/workspaces/view'

type Environment = WorkspaceView['environment']
interface Words {
  name: string
  description: string
  patterns: string[]
}

/** What an admin may do to workspaces, as server actions. */
export type CreateWorkspace = (
  input: Words & { slug: string; environment: Environment },
) => Promise<Outcome<WorkspaceWithPolicy>>
export type EditWorkspace = (input: Words & { workspace: string }) => Promise<Outcome<WorkspaceWithPolicy>>
export type ActOnWorkspace = (input: { workspace: string }) => Promise<Outcome<unknown>>
export type SetPolicy = (input: {
  workspace: string
  version: number
  policy: Record<string, number | null>
  mail: Partial<MailPolicyView>
}) => Promise<Outcome<PolicyView>>
export type RestorePolicy = (input: {
  workspace: string
  version: number
  to: number
}) => Promise<Outcome<PolicyView>>
