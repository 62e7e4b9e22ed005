import type { Io } from './io'
import { startSpinner } from './spinner'

interface Page {
  items: unknown[]
  nextCursor: string | null
  lookedBackTo?: string | null
}

/** The pages that follow: with --all every one, else until one has something, as a search may answer pages without. */
export async function goOn(
  io: Io,
  first: unknown,
  { all, json }: { all?: boolean; json?: boolean },
  next: (cursor: string) => Promise<unknown>,
): Promise<unknown> {
  let page = first as Page
  const isEnough = () => !page.nextCursor || (!all && page.items.length > 0)
  if (isEnough()) return page
  const spinner = await startSpinner(io, !json)
  try {
    while (!isEnough()) {
      if (page.lookedBackTo) spinner.say(`Looking further back, so far to ${page.lookedBackTo.slice(0, 10)}`)
      const older = (await next(page.nextCursor!)) as Page
      page = { ...older, items: [...page.items, ...older.items] }
    }
    return page
  } finally {
    spinner.stop()
  }
}
