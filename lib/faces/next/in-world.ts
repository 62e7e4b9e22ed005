import 'server-only'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import type { WorldClient } from '@/lib/local/world/client'
import { DNS_MODES, RECORD_TYPES } from '@/lib/local/world/types'
import { world } from './local'
import type { Outcome } from '../perform'
import { refusalOf } from '../refusal-of'
import { currentPerson } from './session'

const acts = {
  publish: {
    input: z.object({
      name: z.string().trim().min(1).max(253),
      type: z.enum(RECORD_TYPES),
      value: z.string().trim().min(1).max(4_000),
      priority: z.number().int().min(0).max(65_535).optional(),
      ttl: z.number().int().min(1).max(604_800).optional(),
    }),
    run: (w: WorldClient, record: Parameters<WorldClient['addRecord']>[0]) => w.addRecord(record),
  },
  remove: {
    input: z.object({ id: z.number().int() }),
    run: (w: WorldClient, { id }: { id: number }) => w.removeRecord(id),
  },
  setDnsMode: {
    input: z.object({ mode: z.enum(DNS_MODES) }),
    run: (w: WorldClient, { mode }: { mode: (typeof DNS_MODES)[number] }) => w.setDns(mode),
  },
}

/** A server action on the local DNS provider: for whoever is signed in, in local mode only. */
export function inWorld<A extends keyof typeof acts>(name: A) {
  return async (input: z.input<(typeof acts)[A]['input']>): Promise<Outcome<null>> => {
    const { input: schema, run } = acts[name] as {
      input: z.ZodType
      run: (w: WorldClient, input: unknown) => Promise<unknown>
    }
    const control = world()
    try {
      if (!(await currentPerson())) throw new AppError('not_signed_in')
      const parsed = schema.safeParse(input)
      if (!parsed.success) throw fieldError(parsed.error)
      await run(control, parsed.data)
      return { ok: true, data: null }
    } catch (error) {
      return { ok: false, error: refusalOf(worldError(error), `local.${name}`) }
    }
  }
}

function fieldError(error: z.ZodError): AppError {
  const field = error.issues[0]?.path.join('.')
  return new AppError('invalid_input', field ? { field } : {})
}

/** The DNS provider's own words, such as a CNAME beside other records. */
function worldError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AppError) return error
  const field = 'field' in error && typeof error.field === 'string' ? error.field : undefined
  return new AppError('invalid_input', { say: error.message, ...(field && { field }) })
}
