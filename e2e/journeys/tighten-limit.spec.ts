import { expect, test } from '../pages/guests'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { becomes, Policy } from '../pages/policy'
import { Program, refusal } from '../pages/program'

const FULL = 'Your organisation may have 2 domains, and has 2.'
const MOVE = 'Remove one you no longer use. The platform set this limit: ask its support for more.'

test('an admin tightens a limit while a customer works, and the customer’s next act obeys', async ({
  admin,
  product,
  settle,
}) => {
  const { page: customer, workspace, tenant } = await settle('tight', 'customer')
  const policy = new Policy(admin, workspace)
  const secret = await new Keys(customer, tenant.slug).create('deploy script', ['domains.add'])
  const program = new Program(product.url, secret)
  const field = customer.getByLabel('Domain', { exact: true })
  const addDomain = customer.getByRole('button', { name: 'Add domain' })
  const wanted = freshName('third')

  await test.step('the customer works: two domains, and the name of a third is typed', async () => {
    for (const word of ['first', 'second']) {
      const name = freshName(word)
      await customer.goto(`/t/${tenant.slug}/domains/new`)
      await field.fill(name)
      await addDomain.click()
      await expect(customer.getByRole('heading', { level: 1, name })).toBeVisible()
    }
    await customer.goto(`/t/${tenant.slug}/domains/new`)
    await field.fill(wanted)
  })

  await test.step('the admin reads what holds, for whom, and up to where it goes', async () => {
    await policy.open()
    const domains = policy.field('Domains')
    await expect(domains).toContainText('Now the plan’s. Ceiling 1,000.')
    await expect(domains).toContainText('Plans: free 3, pro 50, enterprise 1,000.')
    await policy.type('Domains', '1001')
    await expect(domains).toContainText('The ceiling is 1,000 domains.')
    await expect(policy.input('Domains')).toHaveAttribute('aria-invalid', 'true')
    await admin.getByRole('button', { name: 'Review changes' }).click()
    await expect(policy.input('Domains')).toBeFocused()
  })

  await test.step('and what a value would bring, before it does', async () => {
    const domains = policy.field('Domains')
    await policy.type('Domains', '1')
    await expect(domains).toContainText('Touches 1 tenant. 1 tenant is above already.')
    await expect(domains).toContainText(
      'Nothing is taken away; adding domains is refused until they are below.',
    )
    await expect(domains).toContainText('1 tenant on pro goes from 50 domains to 1 domain.')
    await expect(domains).toContainText('1 domain of 1 tenant would have been refused.')
    await domains.getByText('Who is above').click()
    await expect(domains.getByRole('listitem').filter({ hasText: tenant.slug })).toContainText('2 of 1')
    await policy.type('Domains', '2')
    await expect(domains).toContainText('Touches 1 tenant. No tenant has more already.')
    const dialog = await policy.review()
    await expect(dialog).toContainText(becomes('Domains', 'the plan’s', '2'))
    await expect(dialog).toContainText(
      'In all this touches 1 tenant of 1. It holds from the very next act on.',
    )
    await dialog.getByRole('button', { name: 'Change policy' }).click()
    await policy.saved()
    await expect(domains).toContainText('Now 2, by this policy.')
  })

  await test.step('the customer’s very next act is refused, in words, and keeps what was typed', async () => {
    await addDomain.click()
    await expect(customer.getByText(`${FULL} ${MOVE}`)).toBeVisible()
    await expect(field).toHaveValue(wanted)
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    const refused = await program.post('/domains', { name: wanted })
    expect([refused.status, refused.body]).toEqual([409, refusal('limit_reached')])
    expect(refused.body).toMatchObject({ error: { message: `${FULL} ${MOVE}`, next_step: MOVE } })
  })

  await test.step('the usage page shows it full, and who can give more', async () => {
    const usage = await customer.context().newPage()
    await usage.goto(`/t/${tenant.slug}/usage`)
    const meter = usage.getByRole('listitem').filter({
      has: usage.getByRole('heading', { level: 2, name: 'Domains' }),
    })
    await expect(meter).toContainText('All used')
    await expect(meter.getByRole('meter', { name: 'Domains' })).toHaveAttribute('aria-valuenow', '100')
    await expect(meter).toContainText('2 of 2 domains')
    await expect(meter).toContainText('The platform set this limit: ask its support for more.')

    await test.step('loosened, the open page tells so by itself', async () => {
      await policy.type('Domains', '4')
      await policy.save()
      await policy.saved()
      await expect(meter).toContainText('2 of 4 domains')
      await expect(meter).not.toContainText('All used')
    })
    await usage.close()
  })

  await test.step('the next act passes, by page and by key', async () => {
    await addDomain.click()
    await expect(customer.getByRole('heading', { level: 1, name: wanted })).toBeVisible()
    expect((await program.post('/domains', { name: freshName('fourth') })).status).toBe(200)
    const fifth = await program.post('/domains', { name: freshName('fifth') })
    expect([fifth.status, fifth.body]).toEqual([409, refusal('limit_reached')])
  })

  await test.step('with the plan’s number again, more is added', async () => {
    await policy.field('Domains').getByRole('button', { name: 'The plan’s' }).click()
    await policy.save()
    await policy.saved()
    expect((await program.post('/domains', { name: freshName('fifth') })).status).toBe(200)
  })
})
