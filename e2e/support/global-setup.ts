import { ensureChromium, ensureShell } from './chromium'
import { LocalProduct } from './local-product'

/**
 * One product for the whole run, as a stranger starts it: in an empty state folder, on a port that is free.
 * E2E_STATE_DIR names the folder of one that already runs instead.
 */
export default async function setUp() {
  // The shell first: a whole browser that was named serves for both.
  process.env.PLAYWRIGHT_SHELL = ensureShell()
  process.env.PLAYWRIGHT_CHROMIUM = ensureChromium()
  const given = process.env.E2E_STATE_DIR
  if (given) return void (process.env.LETTERHEAD_STATE_DIR = given)

  const product = new LocalProduct()
  const { url } = await product.start()
  // Test processes are started after this and inherit it.
  process.env.LETTERHEAD_STATE_DIR = product.stateDir
  process.env.E2E_URL = url
  return () => product.discard()
}
