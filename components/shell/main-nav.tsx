'use client'

import { Menu } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'
import { buttonStyle } from '@/components/ui/button'
import { isHere, NavLink, type NavEntry } from './nav-link'

// As many as fit on two lines of a phone.
const FEW = 6

/** Where one can go. Few entries wrap on a narrow screen; many fold away there, behind the name of where one is. */
export function MainNav({ entries }: { entries: NavEntry[] }) {
  const path = usePathname()
  const many = entries.length > FEW
  return (
    <nav aria-label="Main" className="mx-auto max-w-6xl px-4 sm:px-6">
      {many && <Folded key={path} entries={entries} path={path} />}
      <div className={cx('flex flex-wrap gap-x-6', many && 'max-sm:hidden')}>
        {entries.map((entry) => (
          <NavLink key={entry.href} {...entry} />
        ))}
      </div>
    </nav>
  )
}

/** Made anew on each page, so that it is closed again where it led to. */
function Folded({ entries, path }: { entries: NavEntry[]; path: string }) {
  const here = entries.find((entry) => isHere(path, entry))
  return (
    <details className="pb-2 sm:hidden">
      <summary className={buttonStyle({ size: 'sm', className: 'w-full cursor-pointer list-none' })}>
        <Menu aria-hidden />
        {here?.label ?? 'Menu'}
        <span className="sr-only">, all pages</span>
      </summary>
      <div className="mt-2 grid grid-cols-2 gap-x-6">
        {entries.map((entry) => (
          <NavLink key={entry.href} {...entry} />
        ))}
      </div>
    </details>
  )
}
