/** Links into a long page. */
export function JumpTo({ places }: { places: Record<string, string> }) {
  return (
    <nav aria-label="On this page" className="mt-2 flex flex-wrap gap-x-5">
      {Object.entries(places).map(([href, name]) => (
        <a
          key={href}
          href={href}
          className="text-seal inline-flex min-h-8 items-center underline underline-offset-4"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
