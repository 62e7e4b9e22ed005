const isTerminal = process.stderr.isTTY

/** Runs a step and tells the person in front of the screen what takes so long. Words go to standard error. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now()
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  // A terminal line is drawn again every second; a log gets a line every 15.
  const draw = () =>
    process.stderr.write(isTerminal ? `\r\x1b[2K  … ${name} ${elapsed()}` : `  … ${name}, ${elapsed()}\n`)
  const ticking = setInterval(draw, isTerminal ? 1_000 : 15_000)
  if (isTerminal) draw()
  const end = (mark: string) =>
    process.stderr.write(`${isTerminal ? '\r\x1b[2K' : ''}  ${mark} ${name}  ${elapsed()}\n`)
  try {
    const result = await work()
    end('✓')
    return result
  } catch (error) {
    end('✗')
    throw error
  } finally {
    clearInterval(ticking)
  }
}

export function say(line: string) {
  process.stderr.write(`${line}\n`)
}
