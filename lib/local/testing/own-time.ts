/**
 * Begins to count the processor time of this process, in milliseconds: what a text costs to read is then the same on a
 * machine that has other things to do.
 */
export function ownTime(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1_000
  }
}
