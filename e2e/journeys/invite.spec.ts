import { Checklist } from '../pages/checklist'
import { expect, test } from '../pages/guests'
import { INVITATION, linkTo } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { freshName } from '../pages/names'
import { enter } from '../pages/people'

test('an invited person joins by the link in their mail, does a member’s work, and is gone once removed', async ({
  customer,
  stranger,
  guest,
  world,
  product,
  playwright,
}) => {
  const { email, name } = guest
  const members = new Members(customer, 'mnexa')
  const page = await stranger()
  let link = ''
  let place = ''

  await test.step('Ada invites an address, and the mail leaves with a link', async () => {
    await members.invite(email)
    link = await linkTo(world, email, INVITATION)
    expect(new URL(link).origin).toBe(product.url)
  })

  await test.step('a scanner that follows the link, twice, spends nothing', async () => {
    const scanner = await playwright.request.newContext()
    for (const round of [1, 2]) {
      const answer = await scanner.get(link)
      expect(answer.status(), `time ${round}`).toBe(200)
      expect(await answer.text()).toContain('Join Mnexa')
    }
    await scanner.dispose()
    await members.open()
    await expect(members.entry(email)).toContainText('Member, invited by Ada')
  })

  await test.step('the guest accepts in their own browser: with a name, by the button', async () => {
    await page.goto(link)
    await expect(page.getByText('Ada Winter invites you to Mnexa.')).toBeVisible()
    await expect(page.getByText(email, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Join Mnexa' }).click()
    await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Enter your name.')
    await page.getByLabel('Your name').fill(name)
    await page.getByRole('button', { name: 'Join Mnexa' }).click()
    await expect(page).toHaveURL(/\/t\/mnexa\/domains$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
  })

  await test.step('they see the members, themselves among them, and manage none', async () => {
    const own = await new Members(page, 'mnexa').open()
    await expect(own.entry(email)).toContainText(`${name} (you)`)
    await expect(own.entry('ada@mnexa.ai')).toContainText('Owner')
    await expect(page.getByRole('button', { name: /^(Remove|Leave|Invite)/ })).toHaveCount(0)
    await members.open()
    await expect(customer.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
    await expect(customer.getByRole('button', { name: 'Invite', exact: true })).toBeVisible()
    await expect(customer.getByRole('region', { name: 'Open invitations' })).not.toContainText(email)
  })

  await test.step('a domain is theirs to read; deleting it is an owner’s', async () => {
    const list = await (await Checklist.add(customer, 'mnexa', freshName('guest'))).complete()
    place = `/t/mnexa/domains/${list.id}`
    await page.goto(place)
    await new Checklist(page).complete()
    await expect(page.getByRole('button', { name: 'Delete domain' })).toHaveCount(0)
    await expect(customer.getByRole('button', { name: 'Delete domain' })).toBeVisible()
    const headers = { 'letterhead-tenant': 'mnexa', origin: product.url }
    const refused = await page.request.delete(`/api/v1/domains/${list.id}`, { headers })
    expect(refused.status()).toBe(403)
    const read = await page.request.get(`/api/v1/domains/${list.id}`, { headers })
    expect(((await read.json()) as { state: string }).state).toBe('pending')
  })

  await test.step('the link is spent', async () => {
    const late = await stranger()
    await late.goto(link)
    await expect(late.getByText('It was accepted before.')).toBeVisible()
    await expect(late.getByRole('button')).toHaveCount(0)
  })

  await test.step('made an owner they may what owners may, and made a member they may not', async () => {
    await members.open()
    for (const role of ['Owner', 'Member']) {
      await members.setRole(name, role)
      await page.goto(place)
      await new Checklist(page).complete()
      await expect(page.getByRole('button', { name: 'Delete domain' })).toHaveCount(role === 'Owner' ? 1 : 0)
    }
  })

  await test.step('removed, they lose the page they have open, and find nothing any more', async () => {
    const ask = () => page.request.get('/api/v1/domains', { headers: { 'letterhead-tenant': 'mnexa' } })
    expect((await ask()).status()).toBe(200)
    await members.remove(name, 'Mnexa')
    expect((await ask()).status(), 'the very next request').toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible({
      timeout: 12_000,
    })
    await expect(members.entry(email)).toHaveCount(0)
    await page.goto('/account')
    await expect(page.getByText('You belong to no organisation at the moment.')).toBeVisible()
  })

  await test.step('each of it is in the activity, newest first', async () => {
    await customer.goto(`/t/mnexa/activity?${new URLSearchParams({ search: email })}`)
    const told = customer.locator('#main ol').getByRole('listitem')
    await expect(told).toContainText([
      `Ada Winter removed ${email}`,
      `Ada Winter changed the role of ${email}`,
      `Ada Winter changed the role of ${email}`,
      `${name} accepted the invitation and joined: ${email}`,
      `Ada Winter invited ${email} as member`,
    ])
  })
})

test('an invitation is for one address; sent again or revoked, the link before it is dead', async ({
  customer,
  stranger,
  guest,
  world,
}) => {
  const { email, name } = guest
  const members = new Members(customer, 'mnexa')
  await members.invite(email)
  const first = await linkTo(world, email, INVITATION)

  await test.step('somebody else is refused, also where the page was open before they signed in', async () => {
    const page = await stranger()
    await page.goto(first)
    await page.getByLabel('Your name').fill('Noor')
    const beside = await page.context().newPage()
    await enter(beside, 'neighbour')
    await page.getByRole('button', { name: 'Join Mnexa' }).click()
    await expect(page.getByText('This invitation is for another e-mail address')).toBeVisible()
    await page.reload()
    await expect(page.getByText('You are signed in as noor@harbor.example.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Join Mnexa' })).toHaveCount(0)
    await beside.goto('/t/mnexa/domains')
    await expect(beside.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await members.open()
    await expect(members.entry(email), 'nothing is spent').toContainText('Member, invited by Ada')
  })

  await test.step('inviting the address again is refused while one is open', async () => {
    await customer.getByLabel('E-mail address').fill(email)
    await customer.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(customer.getByLabel('E-mail address')).toHaveAccessibleDescription(
      /An invitation for this address is open already\./,
    )
  })

  const page = await stranger()
  const second = await test.step('sent again, the newer link opens and the older does not', async () => {
    await customer.getByRole('button', { name: `Send again to ${email}` }).click()
    await expect(customer.getByText('A new link is on its way.')).toBeVisible()
    const newer = await linkTo(world, email, INVITATION, 2)
    expect(newer).not.toBe(first)
    await page.goto(first)
    await expect(page.getByText('a newer one was sent since')).toBeVisible()
    await page.goto(newer)
    await expect(page.getByRole('heading', { level: 1, name: 'Join Mnexa' })).toBeVisible()
    return newer
  })

  await test.step('revoked, it opens nothing, also where its page is open', async () => {
    await page.getByLabel('Your name').fill(name)
    await customer.getByRole('button', { name: `Revoke the invitation of ${email}` }).click()
    await customer.getByRole('button', { name: 'Keep invitation' }).click()
    await expect(members.entry(email)).toHaveCount(1)
    await customer.getByRole('button', { name: `Revoke the invitation of ${email}` }).click()
    await customer.getByRole('button', { name: 'Revoke invitation', exact: true }).click()
    await expect(members.entry(email)).toHaveCount(0)
    await page.getByRole('button', { name: 'Join Mnexa' }).click()
    await expect(page.getByText('This link was used before, or is too old.')).toBeVisible()
    await page.goto(second)
    await expect(page.getByText('It was revoked.')).toBeVisible()
  })

  await test.step('after that a new one may be sent, and its link lets in', async () => {
    await members.invite(email)
    await accept(page, await linkTo(world, email, INVITATION, 3), 'Mnexa', name)
  })

  await test.step('the activity tells it', async () => {
    await customer.goto(`/t/mnexa/activity?${new URLSearchParams({ search: email })}`)
    await expect(customer.locator('#main ol').getByRole('listitem')).toContainText([
      `${name} accepted the invitation and joined: ${email}`,
      `Ada Winter invited ${email} as member`,
      `Ada Winter revoked the invitation of ${email}`,
      `Ada Winter sent the invitation again to ${email}`,
      `Ada Winter invited ${email} as member`,
    ])
  })
})
