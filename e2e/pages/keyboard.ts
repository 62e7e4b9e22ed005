import { expect, type Locator, type Page } from '@playwright/test'
import { test as base } from './test'

const OF_LOCATORS = ['click', 'dblclick', 'hover', 'tap', 'check', 'uncheck', 'setChecked', 'dragTo', 'drop', 'fill', 'focus', 'press', 'selectOption', 'dispatchEvent'] // prettier-ignore
const OF_PAGES = ['click', 'dblclick', 'hover', 'tap', 'check', 'uncheck', 'dragAndDrop', 'fill', 'focus', 'press', 'selectOption', 'dispatchEvent'] // prettier-ignore
const OF_THE_MOUSE = ['move', 'down', 'up', 'click', 'dblclick', 'wheel']

/** Journeys without a mouse: whatever would point, or set a value past the keyboard, throws. */
export const test = base.extend<{ keyboardOnly: Page }>({
  keyboardOnly: async ({ neighbour: page }, use) => {
    const locators = Object.getPrototypeOf(page.locator('body')) as object
    const mend = [
      forbid(locators, 'locator', OF_LOCATORS),
      forbid(Object.getPrototypeOf(page) as object, 'page', OF_PAGES),
      forbid(Object.getPrototypeOf(page.mouse) as object, 'mouse', OF_THE_MOUSE),
    ]
    await use(page)
    for (const back of mend) back()
  },
})

export { expect } from '@playwright/test'

function forbid(prototype: object, what: string, names: string[]) {
  const kept = names.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const)
  for (const name of names)
    Object.defineProperty(prototype, name, {
      configurable: true,
      value: () => {
        throw new Error(`${what}.${name} is not for journeys by keyboard`)
      },
    })
  return () => {
    for (const [name, before] of kept)
      if (before) Object.defineProperty(prototype, name, before)
      else Reflect.deleteProperty(prototype, name)
  }
}

/** Presses Tab until the target has the focus; fails when it cannot be reached, or when it cannot be seen there. */
export async function tabTo(target: Locator, { back = false, most = 400 } = {}) {
  await expect(target).toBeVisible()
  const { keyboard } = target.page()
  for (let pressed = 0; pressed < most; pressed++) {
    await keyboard.press(back ? 'Shift+Tab' : 'Tab')
    if (!(await target.evaluate((element) => element === document.activeElement))) continue
    const outlined = await target.evaluate((element) => element.matches(':focus-visible'))
    expect(outlined, 'the focus can be seen').toBe(true)
    return
  }
  throw new Error(`${String(target)} is not reached by ${most} presses of Tab`)
}

/** Tabs to a link or a button, and presses it. */
export async function activate(target: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

export async function type(target: Locator, text: string) {
  await tabTo(target)
  await target.page().keyboard.type(text)
}
