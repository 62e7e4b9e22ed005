import 'server-only'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { AppError, catalog } from '@/lib/kernel/errors'
import type { Operation } from '@/lib/kernel/operation'
import { isSameOrigin } from './same-origin'
import { refusalOf } from '../refusal-of'
import { currentCaller } from './session'

type Context = { params: Promise<Record<string, string | string[] | undefined>> }

/** A REST route over an operation: input from the path and the query; the tenant is named by `Letterhead-Tenant`. */
export function route<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      // A cookie is sent along by other sites' forms too: what is not a plain read must come from our own pages.
      if (request.method !== 'GET' && !isSameOrigin(request)) throw new AppError('forbidden')
      const caller = await currentCaller(operation.spec.permission, request.headers.get('letterhead-tenant'))
      const input = { ...query(request), ...(await context.params) } as z.input<I>
      return json(200, await operation(caller, input))
    } catch (error) {
      const refusal = refusalOf(error, operation.spec.name)
      return json(catalog[refusal.code].status, { error: refusal })
    }
  }
}

// Numbers arrive as text in a query; the operations' schemas want them as numbers.
const query = (request: NextRequest) =>
  Object.fromEntries(
    [...request.nextUrl.searchParams].map(([k, v]) => [k, k === 'limit' ? Number(v) : v] as const),
  )

const json = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
