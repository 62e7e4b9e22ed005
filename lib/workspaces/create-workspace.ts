import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { isSlug } from '@/lib/kernel/ids'
import { operation } from '@/lib/kernel/operation'
import { descriptionInput, nameInput, patternsInput } from './input'
import { parsePatterns } from './patterns/parse-pattern'
import { makeWorkspace } from './platform'
import { workspaceWithPolicy } from './policy/view'
import { showing } from './show-workspace'
import { environments } from './view'

export const createWorkspace = operation({
  name: 'workspaces.create',
  summary: 'Create a workspace. Its slug and its environment are for good; its policy begins as the plans’.',
  permission: 'workspaces.edit',
  effect: 'write',
  http: { method: 'POST', path: '/admin/workspaces' },
  input: z.object({
    slug: z.string().max(200),
    name: nameInput,
    description: descriptionInput.default(''),
    environment: z.enum(environments),
    /** `acme.com`, or `*.acme.com` for all below it: a new tenant with such a domain lands here */
    patterns: patternsInput.default([]),
  }),
  output: workspaceWithPolicy,
  run: async (caller, { patterns, ...input }) => {
    const slug = input.slug.trim()
    if (!isSlug(slug)) throw new AppError('slug_malformed', { field: 'slug' })
    return showing(await makeWorkspace(caller, { ...input, slug, patterns: parsePatterns(patterns) }))
  },
})
