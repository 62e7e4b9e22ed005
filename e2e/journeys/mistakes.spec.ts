import { Checklist, type Label } from '../pages/checklist'
import { freshName } from '../pages/names'
import { Panel } from '../pages/panel'
import { expect, test } from '../pages/test'
import type { DnsMode } from '../pages/world'

interface Mistake {
  label: Label
  /** the button of the panel that makes it */
  way: 'Wrong value' | 'Wrong type' | 'Second MX' | 'Second SPF'
  chip: string
  means: string | RegExp
  mend: string | RegExp
  /** the right record has to be there first: the mistake stands beside it */
  beside?: boolean
}

const mistakes: Mistake[] = [
  {
    label: 'DKIM 1',
    way: 'Wrong value',
    chip: 'Wrong value',
    means: 'with another value',
    mend: 'Replace its value',
  },
  {
    label: 'DKIM 2',
    way: 'Wrong type',
    chip: 'Wrong type',
    means: 'has to be a CNAME record',
    mend: 'create a CNAME record',
  },
  {
    label: 'Return path',
    way: 'Wrong value',
    chip: 'Wrong value',
    means: 'with another value',
    mend: 'Replace its value',
  },
  {
    label: 'Return path',
    way: 'Second MX',
    chip: 'Several MX',
    means: 'exactly one MX',
    mend: 'remove the others',
    beside: true,
  },
  {
    label: 'SPF',
    way: 'Wrong value',
    chip: 'Servers missing',
    means: 'does not name our servers',
    mend: 'before the last term',
  },
  {
    label: 'SPF',
    way: 'Second SPF',
    chip: 'Two SPF records',
    means: 'There are 2 SPF records',
    mend: 'Keep one record',
    beside: true,
  },
  {
    label: 'Inbound mail',
    way: 'Second MX',
    chip: 'Several MX',
    means: 'go there first',
    mend: 'To receive here as well',
    beside: true,
  },
  {
    label: 'DMARC',
    way: 'Wrong value',
    chip: 'Wrong value',
    means: 'with another value',
    mend: 'Replace its value',
  },
]

test('every mistake is shown with what was expected and what was found, and its mending turns green', async ({
  customer: page,
}) => {
  test.setTimeout(120_000)
  const name = freshName('mistake')
  const list = await (await Checklist.add(page, 'mnexa', name)).complete()
  const panel = await Panel.open(await page.context().newPage())
  for (const { label, way, chip, means, mend, beside } of mistakes)
    await test.step(`${label}: ${way}`, async () => {
      if (beside) await panel.press(name, label, 'Publish')
      if (beside) await expect(list.chip(label)).toHaveText('Found')
      await panel.press(name, label, way)
      await expect(list.chip(label)).toHaveText(chip)
      const row = list.row(label)
      await expect(row).toContainText(means)
      await expect(explained(list, label, 'In DNS now')).not.toBeEmpty()
      await expect(explained(list, label, 'Expected')).toContainText(await list.text(label, 'value'))
      // Receiving would displace mail in use: its group says what to do instead.
      const advice = label === 'Inbound mail' ? page.getByRole('region', { name: 'Receive mail' }) : row
      await expect(advice).toContainText(mend)
      await panel.press(name, label, 'Publish')
      await expect(list.chip(label)).toHaveText('Found')
      await expect(row).not.toContainText('In DNS now')
    })
})

test('a record that is taken down is missing again, and told so', async ({ customer: page }) => {
  const name = freshName('missing')
  const list = await (await Checklist.add(page, 'mnexa', name)).complete()
  const panel = await Panel.open(await page.context().newPage())
  await panel.press(name, 'DKIM 3', 'Publish')
  await expect(list.chip('DKIM 3')).toHaveText('Found')
  await panel.press(name, 'DKIM 3', 'Take down')
  await expect(list.chip('DKIM 3')).toHaveText('Not found yet')
  await expect(list.announcer).toContainText('DKIM 3 not found yet')
  await expect(page.getByText('DKIM 3 no longer there')).toBeVisible()
})

test('a DNS server that is down says nothing about the records', async ({ customer: page, world }) => {
  test.setTimeout(120_000)
  const name = freshName('down')
  const list = await (await Checklist.add(page, 'mnexa', name)).complete()
  await list.showFullHosts()
  await world.publish(await list.record('DKIM 1'))
  await world.publish({ ...(await list.record('SPF')), value: 'v=spf1 include:_spf.other-provider.net ~all' })
  await expect(list.chip('DKIM 1')).toHaveText('Found')
  await expect(list.chip('SPF')).toHaveText('Servers missing')
  for (const mode of ['servfail', 'refused', 'silent'] satisfies DnsMode[])
    await test.step(mode, async () => {
      await noteVerdicts(list)
      await world.setDns(mode)
      for (const label of ['DKIM 1', 'DKIM 2', 'SPF', 'DMARC'] as const)
        await expect(list.chip(label)).toHaveText('Could not check', { timeout: 30_000 })
      await expect(page.getByRole('region', { name: 'State' })).toContainText('did not give a usable answer')
      await world.setDns('up')
      await expect(list.chip('DKIM 1')).toHaveText('Found', { timeout: 30_000 })
      await expect(list.chip('SPF')).toHaveText('Servers missing')
      await expect(list.chip('DMARC')).toHaveText('Not found yet')
      expect(await verdictsOf(list, 'dkim1'), 'never missing on the way').not.toContain('missing')
    })
})

test('a domain that is ready stays ready while its DNS server is down', async ({ customer: page, world }) => {
  test.setTimeout(120_000)
  const name = freshName('lease')
  const list = await (await Checklist.add(page, 'mnexa', name)).complete()
  const panel = await Panel.open(await page.context().newPage())
  await panel.publishAll(name)
  await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
  await expect(list.head.getByText('Ready to receive')).toBeVisible({ timeout: 30_000 })
  await world.setDns('servfail')
  await expect(list.chip('DKIM 1')).toHaveText('Could not check', { timeout: 30_000 })
  await expect(list.head.getByText('Ready to send')).toBeVisible()
  await expect(list.head.getByText('Ready to receive')).toBeVisible()
})

const explained = (list: Checklist, label: Label, name: string) =>
  list.row(label).locator(`dt:has-text("${name}") + dd`)

/** From here on the page notes each verdict that a record goes through. */
const noteVerdicts = (list: Checklist) =>
  list.page.evaluate(() => {
    const seen: Record<string, string[]> = {}
    const look = () => {
      for (const chip of document.querySelectorAll<HTMLElement>('[data-verdict]')) {
        const key = chip.closest<HTMLElement>('[data-record]')?.dataset['record'] ?? ''
        seen[key] = [...(seen[key] ?? []), chip.dataset['verdict'] ?? '']
      }
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(window, { seen })
  })

const verdictsOf = (list: Checklist, key: string) =>
  list.page.evaluate((of) => (window as unknown as { seen: Record<string, string[]> }).seen[of] ?? [], key)
