import type { z } from 'zod'
import { isMinted, type Caller, type CallerKind } from './caller'
import { AppError } from './errors'
import { allows, type permissions, type Permission } from './permissions'

export interface OperationSpec {
  /** `noun.verb`, the same at every door */
  name: string
  /** one sentence for the CLI, the API description and the tool list */
  summary: string
  permission: Permission
  /** `read` changes nothing a person would notice; `write` is audited by its run */
  effect: 'read' | 'write'
  /** `internal` operations are for the worker and have no door for people or programs */
  doors?: 'all' | 'web' | 'internal'
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
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) throw inputError(parsed.error)
    return spec.output.parse(await run(caller as Allowed<P>, parsed.data))
  }
  return Object.assign(call, { spec: rest })
}

function authorize(caller: unknown, permission: Permission): asserts caller is Caller {
  if (!isMinted(caller)) throw new AppError('not_signed_in')
  if (caller.kind === 'nobody') throw new AppError('not_signed_in')
  if (!allows(permission, caller.kind satisfies CallerKind)) throw new AppError('forbidden')
}

function inputError(error: z.ZodError): AppError {
  const first = error.issues[0]
  const field = first?.path.map(String).join('.')
  const say = first && first.code === 'custom' ? first.message : undefined
  return new AppError('invalid_input', { ...(field && { field }), ...(say && { say }) })
}
