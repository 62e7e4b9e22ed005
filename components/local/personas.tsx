import Link from 'next/link'
import { ArrowRight } from 'lucide-react'
import { people, type Persona } from './people'

const offered: Persona[] = ['customer', 'support', 'admin']

export function Personas() {
  return (
    <ul className="border-line w-full border-t">
      {offered.map((who) => (
        <li key={who} className="hairline relative flex items-center gap-4 py-4">
          <div className="flex-1">
            <Link
              href={`/local/enter/${who}`}
              className="font-medium underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              Enter as {people[who].name.toLowerCase()}
            </Link>
            <p className="text-soft text-sm">{people[who].comesTo}</p>
          </div>
          <ArrowRight aria-hidden className="text-soft size-4" />
        </li>
      ))}
    </ul>
  )
}
