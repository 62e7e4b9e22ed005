import { expect } from '@playwright/test'
import type { World } from './world'

export const INVITATION = 'invite'
export const SIGN_IN = 'link'

/** The links of one kind that were mailed to an address so far, newest first. */
export async function linksTo(world: World, address: string, kind: string): Promise<string[]> {
  const mails = (await world.mail()).filter(({ to }) => to.includes(address))
  const texts = await Promise.all(mails.map(async ({ id }) => (await world.message(id)).text))
  return texts.flatMap((text) => new RegExp(`^http\\S+/${kind}\\?token=\\S+$`, 'm').exec(text)?.[0] ?? [])
}

/** The newest link, once so many have come; a job that died may have mailed one twice. */
export async function linkTo(world: World, address: string, kind: string, nth = 1): Promise<string> {
  let links: string[] = []
  const count = async () => (links = await linksTo(world, address, kind)).length
  await expect
    .poll(count, { message: `mail with a link to ${address}`, timeout: 20_000 })
    .toBeGreaterThanOrEqual(nth)
  return links[0] ?? ''
}
