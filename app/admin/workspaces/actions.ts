'use server'

import { ownAction } from '@/lib/faces/next/action'
import { archiveWorkspace } from '@/lib/workspaces/archive-workspace'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { deleteWorkspace } from '@/lib/workspaces/delete-workspace'
import { editWorkspace } from '@/lib/workspaces/edit-workspace'
import { restorePolicy } from '@/lib/workspaces/policy/restore-policy'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { restoreWorkspace } from '@/lib/workspaces/restore-workspace'

export const createWorkspaceAction = ownAction(createWorkspace)
export const editWorkspaceAction = ownAction(editWorkspace)
export const archiveWorkspaceAction = ownAction(archiveWorkspace)
export const restoreWorkspaceAction = ownAction(restoreWorkspace)
export const deleteWorkspaceAction = ownAction(deleteWorkspace)
export const setPolicyAction = ownAction(setPolicy)
export const restorePolicyAction = ownAction(restorePolicy)
