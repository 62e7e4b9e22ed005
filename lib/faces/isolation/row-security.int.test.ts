import { afterEach, describe, vi } from 'vitest'
import { clearAway } from '../testing/things'
import { walkToEventStream } from '../testing/walk/event-stream'
import { takeOutFilters } from '../testing/walk/filters'
import { walkInTenants } from '../testing/walk/in-tenants'
import { lookBack, product, readyB, setOut } from '../testing/walk/set-out'

vi.mock('@/lib/kernel/ids', async (original) =>
  (await import('../testing/walk/secrets')).noting(await original()),
)
vi.mock('@/lib/kernel/platform', async (original) =>
  (await import('../testing/walk/across')).marking(await original()),
)

setOut()
afterEach(() => clearAway(product, product.b, { domainId: readyB }))

describe('the application with its own tenant filters taken out: row-level security alone has to hold', () => {
  takeOutFilters(20)
  walkInTenants()
  walkToEventStream()
})

lookBack(2_500)
