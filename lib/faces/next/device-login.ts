import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { collectDevice, DEVICE_WAITS, startDevice } from '@/lib/accounts/devices/platform'
import { holdTo, pollingDevices, startingDevices } from '@/lib/accounts/sign-in/rates'
import { SECOND } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { AppError, catalog } from '@/lib/kernel/errors'
import { inputError } from '@/lib/kernel/input-error'
import { ADDRESS_HEADER } from '../address'
import { becoming } from '../become'
import { readBody } from '../rest/body'
import { refusalOf } from '../refusal-of'

// Shown to the person who is asked: one line of plain text.
const startInput = z.object({
  label: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
})
// Nobody has shown who they are here: a code and a name are all there is to say.
const MOST_BYTES = 10_000
const tokenInput = z.object({ device_code: z.string().min(1).max(200) })

/** The sign-in of a command line, in the shape of RFC 8628. It has no key yet, so these are no operations. */
export const startLogin = answer('cli.start', startInput, async ({ label }, address) => {
  await holdTo(startingDevices(address))
  const { deviceCode, userCode } = await startDevice(label, address)
  const page = new URL('/authorize', env().NEXTAUTH_URL).href
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    verification_uri_complete: `${page}?code=${userCode}`,
    expires_in: DEVICE_WAITS / SECOND,
    interval: 2,
  }
})

/** Asked again and again until somebody said yes or no; the token is answered once. */
export const collectToken = answer('cli.token', tokenInput, async ({ device_code }, address) => {
  await holdTo(pollingDevices(address))
  const how = { door: 'cli', requestId: randomUUID(), address } as const
  const { token, expires } = await collectDevice(device_code, address, becoming(how))
  return { token, expires_at: expires.toISOString() }
})

function answer<I extends z.ZodType>(
  name: string,
  input: I,
  run: (input: z.output<I>, address: string | null) => Promise<object>,
) {
  return async (request: Request): Promise<Response> => {
    const headers = { 'cache-control': 'no-store' }
    try {
      const parsed = input.safeParse(await readBody(request, MOST_BYTES))
      if (!parsed.success) throw inputError(parsed.error)
      return Response.json(await run(parsed.data, request.headers.get(ADDRESS_HEADER)), { headers })
    } catch (error) {
      const refusal = refusalOf(error, name)
      const wait = error instanceof AppError && error.retryAfter
      return Response.json(
        { error: refusal },
        {
          status: catalog[refusal.code].status,
          headers: { ...headers, ...(wait && { 'retry-after': String(wait) }) },
        },
      )
    }
  }
}
