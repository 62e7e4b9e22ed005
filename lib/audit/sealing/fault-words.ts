const words = {
  altered: (seal: string) => `An event that ${seal} vouches for was changed, or the seal itself was.`,
  missing: (seal: string) => `At least one event that ${seal} vouches for is gone.`,
  added: (seal: string) => `At least one event was put in later, where ${seal} should cover it.`,
  seal_missing: (seal: string) => `${capital(seal)} is gone.`,
  seal_altered: (seal: string) => `${capital(seal)} was changed.`,
  head_missing: (seal: string) =>
    `The chain does not hold the head that was noted before: its end, from ${seal} or earlier, was cut off or replaced.`,
}

export type FaultKind = keyof typeof words

/** What is wrong with a trail, as a sentence. */
export const faultWords = (kind: FaultKind, seq: number): string => words[kind](`seal ${seq}`)

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
