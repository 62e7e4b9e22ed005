/** The seal: a scalloped disc with the lines of a letter left open in it. Takes the colour of the text. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M16.00 2.40A3.3 3.3 0 0 1 21.90 3.75A3.3 3.3 0 0 1 26.63 7.52A3.3 3.3 0 0 1 29.26 12.97A3.3 3.3 0 0 1 29.26 19.03A3.3 3.3 0 0 1 26.63 24.48A3.3 3.3 0 0 1 21.90 28.25A3.3 3.3 0 0 1 16.00 29.60A3.3 3.3 0 0 1 10.10 28.25A3.3 3.3 0 0 1 5.37 24.48A3.3 3.3 0 0 1 2.74 19.03A3.3 3.3 0 0 1 2.74 12.97A3.3 3.3 0 0 1 5.37 7.52A3.3 3.3 0 0 1 10.10 3.75A3.3 3.3 0 0 1 16.00 2.40zM11 9.5h6a1 1 0 0 1 0 2h-6a1 1 0 0 1 0-2zM11 13.9h10a1 1 0 0 1 0 2h-10a1 1 0 0 1 0-2zM11 18.3h10a1 1 0 0 1 0 2h-10a1 1 0 0 1 0-2zM11 22.7h4a1 1 0 0 1 0 2h-4a1 1 0 0 1 0-2z"
      />
    </svg>
  )
}
