import 'server-only'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { env } from '@/lib/kernel/env'
import type { WorldClient } from '@/lib/local/world/client'
import { DNS_MODES, RECORD_TYPES, type Letter, type SnsSettings } from '@/lib/local/world/types'
import { world } from './local'
import type { Outcome } from '../perform'
import { refusalOf } from '../refusal-of'
import { currentPerson } from './session'

const nothing = () => null

const acts = {
  publish: {
    input: z.object({
      name: z.string().trim().min(1).max(253),
      type: z.enum(RECORD_TYPES),
      value: z.string().trim().min(1).max(4_000),
      priority: z.number().int().min(0).max(65_535).optional(),
      ttl: z.number().int().min(1).max(604_800).optional(),
    }),
    run: (w: WorldClient, record: Parameters<WorldClient['addRecord']>[0]) =>
      w.addRecord(record).then(nothing),
  },
  remove: {
    input: z.object({ id: z.number().int() }),
    run: (w: WorldClient, { id }: { id: number }) => w.removeRecord(id).then(nothing),
  },
  setDnsMode: {
    input: z.object({ mode: z.enum(DNS_MODES) }),
    run: (w: WorldClient, { mode }: { mode: (typeof DNS_MODES)[number] }) => w.setDns(mode).then(nothing),
  },
  write: {
    input: z.object({
      fromName: z.string().trim().max(200),
      from: z.string().trim().min(1).max(320),
      to: z.array(z.string().trim().min(1).max(320)).min(1).max(50),
      subject: z.string().trim().max(500),
      text: z.string().max(100_000),
      html: z.string().max(200_000).optional(),
      file: z
        .object({ name: z.string().max(200), type: z.string().max(200), content: z.base64().max(700_000) })
        .optional(),
      door: z.enum(['network', 'smtp']),
    }),
    run: (w: WorldClient, { door, ...letter }: Letter & { door: 'network' | 'smtp' }) => {
      const { SMTP_HOST: host, SMTP_PORT: port } = env()
      return w.handOver({ ...letter, door: door === 'smtp' ? { host, port } : door })
    },
  },
  changeTopic: {
    input: z.object({
      lateMs: z.number().optional(),
      twice: z.boolean().optional(),
      outOfOrder: z.boolean().optional(),
    }),
    run: (w: WorldClient, change: Partial<SnsSettings>) => w.changeSns(change).then(nothing),
  },
}

type Acts = typeof acts
type Answered<A extends keyof Acts> = Awaited<ReturnType<Acts[A]['run']>>

/** A server action on the local world: for whoever is signed in, in local mode only. */
export function inWorld<A extends keyof Acts>(name: A) {
  return async (input: z.input<Acts[A]['input']>): Promise<Outcome<Answered<A>>> => {
    const { input: schema, run } = acts[name] as unknown as {
      input: z.ZodType
      run: (w: WorldClient, input: unknown) => Promise<Answered<A>>
    }
    const control = world()
    try {
      if (!(await currentPerson())) throw new AppError('not_signed_in')
      const parsed = schema.safeParse(input)
      if (!parsed.success) throw fieldError(parsed.error)
      return { ok: true, data: await run(control, parsed.data) }
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
