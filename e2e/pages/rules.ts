import type { Page } from '@playwright/test'

interface Wanted {
  name: string
  /** what is looked at, how, and what for */
  condition: { what: string; how: string; header?: string; text?: string }
  fileUnder?: string
  markRead?: boolean
}

/** Adds a rule to a policy that is being edited; it holds once the policy is saved. */
export async function addRule(page: Page, { name, condition, fileUnder = '', markRead = false }: Wanted) {
  await page.getByRole('button', { name: 'Add rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a rule' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('What').selectOption(condition.what)
  await dialog.getByLabel('How').selectOption(condition.how)
  if (condition.header) await dialog.getByLabel('Name of the header').fill(condition.header)
  if (condition.text) await dialog.getByLabel('Text', { exact: true }).fill(condition.text)
  await dialog.getByLabel('File it under').fill(fileUnder)
  if (markRead) await dialog.getByLabel('Mark it as read').check()
  await dialog.getByRole('button', { name: 'Add rule' }).click()
}
