/** The arrow between what was and what is to be. */
export function Becomes() {
  return (
    <>
      <span aria-hidden>→</span>
      <span className="sr-only">becomes</span>
    </>
  )
}
