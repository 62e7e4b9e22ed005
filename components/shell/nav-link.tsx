'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'

export interface NavEntry {
  href: string
  label: string
  /** pages below it have entries of their own */
  exact?: boolean
  /** from here on they stand apart, at the other side */
  apart?: boolean
}

export function NavLink({ href, label, exact, apart }: NavEntry) {
  const here = isHere(usePathname(), { href, exact })
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'text-soft hover:text-ink aria-[current]:border-ink aria-[current]:text-ink -mb-px inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium',
        apart && 'lg:ml-auto',
      )}
    >
      {label}
    </Link>
  )
}

export const isHere = (path: string, { href, exact }: { href: string; exact?: boolean | undefined }) =>
  path === href || (!exact && path.startsWith(`${href}/`))
