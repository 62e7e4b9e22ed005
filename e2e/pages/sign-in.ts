import { expect, type Page } from '@playwright/test'
import { linksTo, linkTo, SIGN_IN } from './letters'
import type { World } from './world'

export const ON_ITS_WAY = 'If this address has an account, a link is on its way.'

/** Asks for a link by the form of the page one is on. */
export async function askForLink(page: Page, email: string) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send link' }).click()
}

/** @param next where the page that asks is told to go on to */
export async function signInByMail(page: Page, world: World, email: string, next = '') {
  const before = (await linksTo(world, email, SIGN_IN)).length
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
  await askForLink(page, email)
  await expect(page.getByText(ON_ITS_WAY)).toBeVisible()
  await page.goto(await linkTo(world, email, SIGN_IN, before + 1))
  await page.getByRole('button', { name: 'Sign in to Letterhead' }).click()
  await expect(page).not.toHaveURL(/\/(link|sign-in)\b/)
}
