import { test } from '@playwright/test'

/** A figure for whoever reads the run: in its output and in its report. */
export function report(what: string, figure: string) {
  test.info().annotations.push({ type: what, description: figure })
  console.log(`    [${what}] ${figure}`)
}

export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const at = (index: number) => sorted[index] ?? NaN
  return sorted.length % 2 ? at(Math.floor(middle)) : Math.round((at(middle - 1) + at(middle)) / 2)
}
