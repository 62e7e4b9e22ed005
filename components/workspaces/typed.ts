import type { PolicyFieldView, PolicyView } from '@/lib/workspaces/policy/view'

/** What stands in the editor's inputs, by field. Empty is the plan's. */
export type Typed = Record<string, string>

export const typedOf = (policy: PolicyView): Typed =>
  Object.fromEntries(policy.fields.map(({ name, value }) => [name, value === null ? '' : String(value)]))

/** The value that was typed, with separators between thousands or without; undefined for what is no whole number. */
export function valueOf(text: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  const isWhole = /^\d{1,12}$/.test(plain) || /^\d{1,3}([\s,._’']\d{3}){1,3}$/.test(plain)
  return isWhole ? Number(plain.replaceAll(/\D/g, '')) : undefined
}

/** What is wrong with a typed value, in words. */
export function problemOf({ least, ceiling, unit }: PolicyFieldView, text: string): string | undefined {
  const value = valueOf(text)
  if (value === null) return undefined
  if (value === undefined) return 'Write a whole number, or leave it empty for the plan’s.'
  if (value < least) return `At least ${least.toLocaleString('en')}.`
  return value > ceiling ? `The ceiling is ${ceiling.toLocaleString('en')} ${unit}.` : undefined
}

/** The fields that would change, as far as they are values that could be saved. */
export const changedIn = (policy: PolicyView, typed: Typed): Record<string, number | null> =>
  Object.fromEntries(
    policy.fields.flatMap((field) => {
      const text = typed[field.name] ?? ''
      const value = valueOf(text)
      const isChange = value !== undefined && value !== field.value && !problemOf(field, text)
      return isChange ? [[field.name, value]] : []
    }),
  )

export interface Rebased {
  typed: Typed
  /** fields that both changed, to different values: for a person to decide */
  undecided: string[]
}

/** What was typed against an older version, on top of a newer one: what only the other changed is taken over. */
export function rebase(older: PolicyView, newer: PolicyView, typed: Typed): Rebased {
  const undecided: string[] = []
  const entries = newer.fields.map(({ name, value }) => {
    const was = older.fields.find((field) => field.name === name)?.value ?? null
    const mine = typed[name] ?? ''
    const theirs = value === null ? '' : String(value)
    if (valueOf(mine) === was) return [name, theirs]
    if (value !== was && valueOf(mine) !== value) undecided.push(name)
    return [name, mine]
  })
  return { typed: Object.fromEntries(entries) as Typed, undecided }
}
