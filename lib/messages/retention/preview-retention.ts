import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { limitFields } from '@/lib/usage/fields'
import { slugInput } from '@/lib/workspaces/input'
import type { retentionFields } from './overdue-sql'
import { previewOf } from './preview/platform'
import { retentionPreviewView } from './view'

const days = (name: (typeof retentionFields)[number]) =>
  z.number().int().min(limitFields[name].least).max(limitFields[name].most).optional()

export const previewRetention = operation({
  name: 'retention.preview',
  summary: 'Show what tonight’s retention deletes in a workspace, and what it would with other days.',
  permission: 'workspaces.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/workspaces/{workspace}/retention' },
  input: z.object({
    workspace: slugInput,
    /** what is left out stays as the policy has it */
    inboxRetentionDays: days('inboxRetentionDays'),
    spamRetentionDays: days('spamRetentionDays'),
    trashRetentionDays: days('trashRetentionDays'),
  }),
  output: retentionPreviewView,
  run: (_, { workspace, ...proposal }) => previewOf(workspace, proposal),
})
