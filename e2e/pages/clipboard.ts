import { expect, type Locator, type Page } from '@playwright/test'

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Pastes with the keyboard, as it came from the clipboard. */
export async function pasteInto(field: Locator) {
  await field.focus()
  await field.page().keyboard.press('ControlOrMeta+V')
  await expect(field).not.toHaveValue('')
}
