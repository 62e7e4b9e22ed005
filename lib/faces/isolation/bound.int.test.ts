import { afterEach, describe, vi } from 'vitest'
import { clearAway } from '../testing/things'
import { walkHeldToInbox } from '../testing/walk/held-to-inbox'
import { lookBack, product, readyB, setOut } from '../testing/walk/set-out'

vi.mock('@/lib/kernel/ids', async (original) =>
  (await import('../testing/walk/secrets')).noting(await original()),
)

setOut()
afterEach(() => clearAway(product, product.b, { domainId: readyB }))

describe('a program that is held to one inbox', walkHeldToInbox)

lookBack(250)
