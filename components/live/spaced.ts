/** Gathers those who ask at the same moment, and does it no more often than once a gap. Milliseconds. */
export function spaced(gather: number, gap: number): (act: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next = 0
  return (act) => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        next = performance.now() + gap
        act()
      },
      Math.max(gather, next - performance.now()),
    )
  }
}
