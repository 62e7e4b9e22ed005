import { randomBytes } from 'node:crypto'
import { Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { expect, test } from '../pages/test'

const refused: [what: string, typed: string, sentence: string][] = [
  ['nothing', '', 'Enter a domain'],
  ['spaces only', '   ', 'Enter a domain'],
  ['more than DNS allows', `${'a'.repeat(60)}.`.repeat(5) + 'com', '253 characters in all'],
  ['a label of 64 letters', `${'a'.repeat(64)}.com`, '63 between two dots'],
  ['an address', 'ada@mnexa.ai', 'This is an e-mail address'],
  ['a web address', 'https://mnexa.ai/path', 'This is a web address'],
  ['a path', 'mnexa.ai/domains', 'This is a web address'],
  ['a port', 'mnexa.ai:8080', 'This is a web address'],
  ['a public suffix', 'co.uk', 'co.uk is shared by many owners. Add a name you own'],
  ['a suffix of hosted pages', 'github.io', 'github.io is shared by many owners'],
  ['a special-use name', 'printer.local', 'reserved'],
  ['an example name', 'mail.example.com', 'reserved'],
  ['a single word', 'mnexa', 'not a domain name'],
  ['two words', 'mnexa inbox.ai', 'not a domain name'],
  ['an IP address', '192.0.2.1', 'not a domain name'],
  ['underscores', '_dmarc.mnexa.ai', 'not a domain name'],
  ['the platform’s own name', 'post.letterhead.dev', 'belongs to the platform'],
  ['a name below it', 'us.post.letterhead.dev', 'belongs to the platform'],
]

test('each bad name gets its sentence at the field, keeps what was typed, and the focus', async ({
  customer: page,
}) => {
  await page.goto('/t/mnexa/domains/new')
  const field = page.getByLabel('Domain', { exact: true })
  const add = page.getByRole('button', { name: 'Add domain' })
  for (const [what, typed, sentence] of refused)
    await test.step(what, async () => {
      await field.fill(typed)
      await add.click()
      await expect(field).toHaveAccessibleDescription(containing(sentence))
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toBeFocused()
      await expect(field).toHaveValue(typed)
      await expect(add).toBeEnabled()
    })
  await field.fill('mail.mnexa.ai')
  await expect(field, 'the sentence goes with the mistake').not.toHaveAttribute('aria-invalid')
})

test('what is typed is judged on leaving the field already', async ({ customer: page }) => {
  await page.goto('/t/mnexa/domains/new')
  const field = page.getByLabel('Domain', { exact: true })
  await field.fill('ada@mnexa.ai')
  await field.press('Tab')
  await expect(field).toHaveAccessibleDescription(/This is an e-mail address/)
})

test('a name in any spelling is folded, and is the same name the second time', async ({ customer: page }) => {
  const word = `bücher-${randomBytes(4).toString('hex')}`
  const ascii = new URL(`http://inbox.${word}.ai`).hostname
  const add = (typed: string) => Checklist.add(page, 'mnexa', typed, `inbox.${word}.ai`)
  await add(`  INBOX.${word.toUpperCase()}.AI.  `)
  await expect(page.getByText(ascii, { exact: true })).toBeVisible()

  for (const spelling of [
    `inbox.${word}.ai`,
    ascii.toUpperCase(),
    `${ascii}.`,
    `inbox。${word}．ai`,
    `inbox.${word.normalize('NFD')}.ai`,
  ])
    await test.step(spelling, async () => {
      await page.goto('/t/mnexa/domains/new')
      const field = page.getByLabel('Domain', { exact: true })
      await field.fill(spelling)
      await page.getByRole('button', { name: 'Add domain' }).click()
      await expect(field).toHaveAccessibleDescription(/You have already added this domain/)
      await expect(field).toHaveValue(spelling)
    })
})

test('the same name twice at once is one domain', async ({ customer: page }) => {
  const name = freshName('twice')
  const other = await page.context().newPage()
  const pages = [page, other]
  for (const one of pages) {
    await one.goto('/t/mnexa/domains/new')
    await one.getByLabel('Domain', { exact: true }).fill(name)
  }
  await Promise.all(pages.map((one) => one.getByRole('button', { name: 'Add domain' }).click()))
  const outcome = (one: typeof page) =>
    one.getByRole('heading', { level: 1, name }).or(one.getByText('You have already added this domain'))
  for (const one of pages) await expect(outcome(one)).toBeVisible()
  await page.goto(`/t/mnexa/domains?search=${name}`)
  await expect(page.locator(`[data-domain="${name}"]`)).toHaveCount(1)
})

const containing = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
