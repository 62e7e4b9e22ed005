import { platformTenantId } from '@/lib/audit/platform'
import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import { after, MINUTE } from '@/lib/kernel/clock'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'
import { openSessionIn, type Become } from '../sessions/open-session'
import { hashUserCode, newUserCode, parseUserCode } from './user-code'
import type { DeviceView } from './view'

// A command line is nobody's until its person says yes (RFC 8628), so there is no tenant to act in.

export const DEVICE_WAITS = 10 * MINUTE

/** A command line asks to be let in; answers what it keeps to itself and what it shows. */
export function startDevice(label: string, address: string | null) {
  const deviceCode = randomToken()
  const userCode = newUserCode()
  return asPlatform(async (tx) => {
    await tx.deviceLogin.create({
      data: {
        ...{ label, address },
        deviceHash: hashSecret(deviceCode),
        userHash: hashUserCode(userCode),
        expiresAt: after(await databaseTime(tx), DEVICE_WAITS),
      },
      select: { id: true },
    })
    return { deviceCode, userCode }
  })
}

/** The command line that waits under a code; null when none does. */
export function waitingDevice(typed: string): Promise<DeviceView | null> {
  const code = parseUserCode(typed)
  if (!code) return Promise.resolve(null)
  return asPlatform(async (tx) => {
    const found = await tx.deviceLogin.findFirst({
      where: { userHash: hashUserCode(code), answer: 'waiting', expiresAt: { gt: await databaseTime(tx) } },
    })
    return (
      found && { code, label: found.label, address: found.address, askedAt: found.createdAt.toISOString() }
    )
  })
}

/** @throws AppError link_invalid when no command line waits under this code */
export function answerDevice(
  caller: PersonCaller,
  typed: string,
  answer: 'approved' | 'denied',
): Promise<void> {
  const code = parseUserCode(typed)
  if (!code) throw codeInvalid()
  return asPlatform(async (tx) => {
    const [device] = await tx.deviceLogin.updateManyAndReturn({
      where: { userHash: hashUserCode(code), answer: 'waiting', expiresAt: { gt: await databaseTime(tx) } },
      data: { answer, userId: caller.userId },
    })
    if (!device) throw codeInvalid()
    await recordAct(tx, caller, {
      tenantId: await platformTenantId(),
      action: answer === 'approved' ? 'session.approved' : 'session.declined',
      subject: { type: 'device', id: device.id, label: device.label },
      after: { address: device.address },
    })
  })
}

/**
 * The command line comes for its session: once, after a yes.
 * @throws AppError device_pending | device_denied | link_invalid
 */
export function collectDevice(deviceCode: string, address: string | null, become: Become) {
  const deviceHash = hashSecret(deviceCode)
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const standing = { deviceHash, usedAt: null, expiresAt: { gt: now } }
    const [device] = await tx.deviceLogin.updateManyAndReturn({
      where: { ...standing, answer: 'approved' },
      data: { usedAt: now },
    })
    if (!device?.userId) {
      const waiting = await tx.deviceLogin.findFirst({ where: standing })
      if (!waiting) throw codeInvalid()
      throw new AppError(waiting.answer === 'denied' ? 'device_denied' : 'device_pending')
    }
    const user = await tx.user.findUnique({ where: { id: device.userId } })
    if (!user) throw codeInvalid()
    return openSessionIn(tx, user, { kind: 'cli', label: device.label, address }, become)
  })
}

const codeInvalid = () =>
  new AppError('link_invalid', {
    say: 'No command line waits under this code.',
    next: 'Start the sign-in there again to get a new one.',
  })
