'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

interface Props {
  href: string
  /** pages below it have entries of their own */
  exact?: boolean | undefined
  children: React.ReactNode
}

export function NavLink({ href, exact, children }: Props) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="text-soft hover:text-ink aria-[current]:border-ink aria-[current]:text-ink -mb-px inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium"
    >
      {children}
    </Link>
  )
}
