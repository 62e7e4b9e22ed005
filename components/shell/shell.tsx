import Link from 'next/link'
import { MainNav } from './main-nav'
import type { NavEntry } from './nav-link'
import { Wordmark } from './wordmark'

interface Props {
  home: string
  /** whose house this is: the tenant, or the platform's desk */
  title?: React.ReactNode
  nav?: NavEntry[]
  menu?: React.ReactNode
  /** said on every page, above all of it */
  banner?: React.ReactNode
  children: React.ReactNode
}

/** The frame of every signed-in page. */
export function Shell({ home, title, nav = [], menu, banner, children }: Props) {
  return (
    <>
      {banner}
      <header className="border-line border-b">
        <div className="mx-auto flex min-h-14 max-w-6xl items-center justify-between gap-3 px-4 sm:px-6">
          <div className="flex min-w-0 items-center gap-2.5">
            <Link href={home} className="flex shrink-0 rounded">
              <Wordmark tight={title !== undefined} />
            </Link>
            {title && (
              <>
                <span aria-hidden className="text-edge">
                  /
                </span>
                <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm [overflow-wrap:anywhere]">
                  {title}
                </div>
              </>
            )}
          </div>
          {menu}
        </div>
        {nav.length > 0 && <MainNav entries={nav} />}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-8 pb-24 outline-none sm:px-6">
        {children}
      </main>
    </>
  )
}
