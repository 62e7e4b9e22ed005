import { afterEach, describe, vi } from 'vitest'
import { clearAway } from '../testing/things'
import { walkToEventStream } from '../testing/walk/event-stream'
import { walkInTenants } from '../testing/walk/in-tenants'
import { lookBack, product, readyB, setOut } from '../testing/walk/set-out'

vi.mock('@/lib/kernel/ids', async (original) =>
  (await import('../testing/walk/secrets')).noting(await original()),
)

setOut()
afterEach(() => clearAway(product, product.b, { domainId: readyB }))

describe('the application as it is', () => {
  walkInTenants()
  walkToEventStream()
})

lookBack(2_500)
