import { afterEach, describe, vi } from 'vitest'
import { clearAway } from '../testing/things'
import { walkAcrossTenants } from '../testing/walk/across-tenants'
import { takeOutFilters } from '../testing/walk/filters'
import { lookBack, product, readyB, setOut } from '../testing/walk/set-out'

vi.mock('@/lib/kernel/ids', async (original) =>
  (await import('../testing/walk/secrets')).noting(await original()),
)
vi.mock('@/lib/kernel/platform', async (original) =>
  (await import('../testing/walk/across')).marking(await original()),
)

setOut()
afterEach(() => clearAway(product, product.b, { domainId: readyB }))

describe('the application as it is', walkAcrossTenants)

describe('the application with its own tenant filters taken out', () => {
  takeOutFilters(1)
  walkAcrossTenants()
})

lookBack(6_500)
