import type { z } from 'zod'
import { boundInbox, isMinted, type Caller } from './caller'
import { AppError } from './errors'
import { fieldWithHalf } from './halves'
import { inputError } from './input-error'
import { miss } from './misses'
import { allows, isOfMail, type permissions, type Permission } from './permissions'

export const UNKEPT = 'This has a character that cannot be kept.'

export interface Http {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** below /api/v1, with the input's fields that stand in it: `/domains/{id}` */
  path: `/${string}`
  /** bytes of its body, where they are more than others may have */
  most?: number
}

export interface OperationSpec {
  /** `noun.verb`, the same at every door */
  name: string
  /** one sentence for the CLI, the API description and the tool list */
  summary: string
  permission: Permission
  /** `read` changes nothing a person would notice; `write` is audited by its run */
  effect: 'read' | 'write'
  /** `web` has no door for programs; `internal` operations are for the worker and have none for people either */
  doors?: 'all' | 'web' | 'internal'
  /** Where REST has it; every operation with all doors has one. */
  http?: Http
  /** The input's field that names a domain: what a key bound to one domain is held to. Without it, such a key is refused. */
  domain?: string
  /**
   * How whoever is bound to one inbox is held to it: by the input's field that names an inbox, or `scoped` when the run
   * itself shows and touches nothing else (`boundInbox`). Without it, they are refused.
   */
  inbox?: string
  /** Fields of the output that are shown once: never kept for a replay. */
  secret?: readonly string[]
  /** What is destroyed or cut off, in a sentence: command lines ask before it, unless told --yes. */
  danger?: string
  /** The output is `{ rows }`, an async iterable that REST sends as it comes, as CSV or as JSON. */
  streams?: boolean
  /** The output is a `SentFile` (kernel/file.ts): REST sends its bytes as an attachment. */
  file?: boolean
}

/** The callers that a permission's row names: what `run` may rely on. */
type Allowed<P extends Permission, C extends Caller = Caller> = C extends Caller
  ? C['kind'] & (typeof permissions)[P][number] extends never
    ? never
    : C
  : never

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  (caller: Caller, input: z.input<I>): Promise<z.output<O>>
  readonly spec: OperationSpec & { input: I; output: O }
}

/**
 * The grammar of the product: authorize, parse, run, trim to the view. Throws AppError only.
 * The caller is checked before the input is even looked at, and before any I/O.
 */
export function operation<P extends Permission, I extends z.ZodType, O extends z.ZodType>(
  spec: OperationSpec & {
    permission: P
    input: I
    output: O
    run: (caller: Allowed<P>, input: z.output<I>) => Promise<z.input<O>>
  },
): Operation<I, O> {
  const { run, ...rest } = spec
  const call = async (caller: Caller, input: z.input<I>) => {
    authorize(caller, spec.permission)
    if (spec.effect === 'write' && 'suspended' in caller && caller.suspended)
      throw new AppError('tenant_suspended')
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) throw inputError(parsed.error)
    const half = fieldWithHalf(parsed.data)
    if (half !== undefined) throw new AppError('invalid_input', { fields: { [half]: UNKEPT } })
    try {
      holdToDomain(caller, spec.domain, parsed.data)
      holdToInbox(caller, spec.inbox, parsed.data)
      return spec.output.parse(await run(caller as Allowed<P>, parsed.data))
    } catch (error) {
      if (error instanceof AppError && ['not_found', 'key_bound'].includes(error.code))
        miss(caller, spec.name, parsed.data)
      throw error
    }
  }
  return Object.assign(call, { spec: rest })
}

function authorize(caller: unknown, permission: Permission): asserts caller is Caller {
  if (!isMinted(caller)) throw new AppError('not_signed_in')
  if (caller.kind === 'nobody') throw new AppError('not_signed_in')
  if (!allows(permission, caller.kind)) throw new AppError('forbidden')
  if ('scopes' in caller && !caller.scopes.includes(permission))
    throw new AppError('scope_missing', {
      next: `It needs ${permission}. An owner can create a key that has it.`,
    })
  if (caller.kind === 'key' && caller.isPlatform && isOfMail(permission)) throw notForThePlatform()
}

/** Staff reads a customer's mail for a reason, for an hour, masked and on the record; a program of theirs not at all. */
const notForThePlatform = () =>
  new AppError('forbidden', {
    say: 'A platform key does not read a customer’s mail.',
    next: 'Mint a grant token for the inbox, or support reads under a reason.',
  })

/** A key bound to one domain touches that domain and nothing else: also no list, and nothing that names none. */
function holdToDomain(caller: Caller, field: string | undefined, input: unknown): void {
  if (caller.kind !== 'key' || caller.domainId === null) return
  const named = field === undefined ? undefined : (input as Record<string, unknown>)[field]
  if (named !== caller.domainId) throw new AppError('key_bound')
}

/** Whoever is bound to one inbox, likewise. */
function holdToInbox(caller: Caller, field: string | undefined, input: unknown): void {
  const bound = boundInbox(caller)
  if (bound === null || field === 'scoped') return
  const named = field === undefined ? undefined : (input as Record<string, unknown>)[field]
  if (named !== bound) throw new AppError('key_bound')
}
