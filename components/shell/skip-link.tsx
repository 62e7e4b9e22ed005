export function SkipLink() {
  return (
    <a
      href="#main"
      className="bg-ink text-paper sr-only z-50 rounded px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      Skip to the content
    </a>
  )
}
