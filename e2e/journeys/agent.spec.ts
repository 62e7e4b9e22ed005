import { CommandLine } from '../pages/command-line'
import { Desk } from '../pages/desk'
import { Grants } from '../pages/grants'
import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Program, refusal } from '../pages/program'
import { Sender } from '../pages/sender'

interface List {
  items: { id: string; subject: string; unread: boolean; inboxId: string }[]
}

test('an agent reads its inbox with nothing but a token, until its grant is taken away', async ({
  admin,
  stranger,
  guest,
  world,
  product,
}) => {
  test.setTimeout(150_000)
  const owner = await stranger()
  const desk = new Desk(admin)
  const workspace = await desk.makeWorkspace('agents')
  const tenant = await desk.makeCustomer(
    'agents',
    { page: owner, world, ...guest },
    { workspace, plan: 'Pro' },
  )
  const ada = new Sender(product)
  const cli = (LETTERHEAD_TOKEN: string) => new CommandLine({ LETTERHEAD_URL: product.url, LETTERHEAD_TOKEN })
  const settingsOf = ({ id }: Inbox) => `/t/${tenant.slug}/inboxes/${id}/settings`

  const neighbour = await Inbox.open(owner, tenant.slug, { localPart: 'invoices' })
  await ada.deliver({ to: await neighbour.address(), subject: 'Not for the agent' })
  const beside = new Grants(owner, settingsOf(neighbour))
  await beside.open()
  const [first] = await owner.locator('[data-grant]').all()
  const standing = (await first?.getAttribute('data-grant')) ?? ''
  const other = new Program(product.url, await beside.makeToken(standing, 'beside'))

  const inbox = await Inbox.open(owner, tenant.slug, { localPart: 'orders' })
  const address = await inbox.address()
  const { id } = inbox
  for (const subject of ['Two chairs', 'A table']) await ada.deliver({ to: address, subject })
  const grants = new Grants(owner, settingsOf(inbox))
  await grants.open()
  await grants.create('Order agent')
  const token = await grants.makeToken('Order agent', 'run 1')
  const agent = new Program(product.url, token)
  const shell = cli(token)
  let opened = ''

  await test.step('its command line lists what is unread, without ever naming a tenant', async () => {
    const { items } = await shell.json<List>('messages', 'list', '--unread')
    expect(items.map(({ subject }) => subject)).toEqual(['A table', 'Two chairs'])
    expect(new Set(items.map(({ inboxId }) => inboxId))).toEqual(new Set([id]))
    opened = items[0]?.id ?? ''
    const found = await shell.json<List>('messages', 'list', '--search', 'subject:chairs')
    expect(found.items.map(({ subject }) => subject)).toEqual(['Two chairs'])
    const message = await shell.json<{ text: string }>('messages', 'show', opened)
    expect(message.text).toContain('Good morning.')
  })

  await test.step('over REST it sees the same, and nothing of any other inbox', async () => {
    const { body } = await agent.get<List>('/messages')
    expect(body.items.map(({ subject }) => subject)).toEqual(['A table', 'Two chairs'])
    const theirs = (await other.get<List>('/messages')).body.items
    expect(theirs.map(({ subject }) => subject)).toEqual(['Not for the agent'])
    const stranger = await agent.get(`/messages/${theirs[0]?.id}`)
    expect([stranger.status, stranger.body]).toEqual([404, refusal('not_found')])
    expect((await agent.get(`/messages?inboxId=${theirs[0]?.inboxId}`)).status).toBe(404)
    const inboxes = await agent.get<{ items: { id: string }[] }>('/inboxes')
    expect(inboxes.body.items.map((one) => one.id)).toEqual([id])
  })

  await test.step('it may read and not file, nor make anything', async () => {
    const marked = await agent.post('/messages/mark', { ids: [opened], read: true })
    expect([marked.status, marked.body]).toEqual([403, refusal('scope_missing')])
    expect((await agent.post('/inboxes', {})).status).toBe(403)
    expect((await agent.get('/domains')).status).toBe(403)
  })

  await test.step('one whose token lets it file marks as read, and the owner’s open page shows it', async () => {
    const filing = await grants.makeToken('Order agent', 'run 2', 'Read and file messages')
    await owner.goto(`/t/${tenant.slug}/inboxes/${id}`)
    await expect(inbox.row('A table')).toHaveAttribute('data-unread', 'true')
    const marked = await new Program(product.url, filing).post('/messages/mark', {
      ids: [opened],
      read: true,
    })
    expect(marked.status).toBe(200)
    await expect(inbox.row('A table')).not.toHaveAttribute('data-unread')
    const { items } = await shell.json<List>('messages', 'list', '--unread')
    expect(items.map(({ subject }) => subject)).toEqual(['Two chairs'])
  })

  await test.step('suspended, its very next call is refused; resumed, only a new token works', async () => {
    await grants.open()
    await grants.act('Suspend', 'Order agent')
    const refused = await agent.get('/messages')
    expect([refused.status, refused.body]).toEqual([401, refusal('not_signed_in')])
    expect((await shell.run('messages', 'list', '--json')).code).toBe(4)
    expect((await other.get('/messages')).status, 'the inbox beside it').toBe(200)
    await expect(grants.entry('Order agent')).toContainText('Suspended')
    await grants.act('Resume', 'Order agent')
    expect((await agent.get('/messages')).status, 'dead for ever').toBe(401)
    const fresh = await grants.makeToken('Order agent', 'run 3')
    expect((await new Program(product.url, fresh).get('/messages')).status).toBe(200)
  })

  await test.step('revoked, it is out with the next call; another grant goes on', async () => {
    const last = await grants.makeToken('Order agent', 'run 4')
    const [running, terminal] = [new Program(product.url, last), cli(last)]
    expect((await running.get('/messages')).status).toBe(200)
    await grants.create('Second agent')
    const second = new Program(product.url, await grants.makeToken('Second agent', 'run 5'))
    await grants.act('Revoke', 'Order agent')
    const refused = await running.get('/messages')
    expect([refused.status, refused.body]).toEqual([401, refusal('not_signed_in')])
    const ended = await terminal.run('messages', 'list', '--unread', '--json')
    expect([ended.code, ended.out]).toEqual([4, ''])
    await expect(grants.entry('Order agent')).toContainText('Revoked')
    expect((await second.get<List>('/messages')).body.items).toHaveLength(2)
    expect((await other.get<List>('/messages')).body.items).toHaveLength(1)
    terminal.discard()
  })

  await test.step('the owner reads what was done, and in which run of the agent', async () => {
    await owner.goto(`/t/${tenant.slug}/activity`)
    const trail = owner.locator('#main ol').getByRole('listitem')
    await expect(trail.filter({ hasText: 'revoked the grant Order agent' })).toBeVisible()
    await expect(
      trail.filter({ hasText: 'Grant “Order agent”, session run 2 marked messages as read' }),
    ).toBeVisible()
  })
  shell.discard()
})
