import { amountWords, numberWords } from '@/lib/usage/words'
import type { PolicyFieldView, PolicyView } from '@/lib/workspaces/policy/view'

/** What stands in the editor's inputs, by field. Empty is the plan's. */
export type Typed = Record<string, string>

export const typedOf = (policy: PolicyView): Typed =>
  Object.fromEntries(policy.fields.map(({ name, unit, value }) => [name, textOf(value, unit)]))

const sizes = { TB: 1e12, GB: 1e9, MB: 1e6, kB: 1e3 }

/** A value as it is typed; sizes in the largest unit that says them exactly. */
export function textOf(value: number | null, unit: string): string {
  if (value === null) return ''
  const size =
    unit === 'bytes' && Object.entries(sizes).find(([, n]) => value >= n && value % (n / 100) === 0)
  if (size) return `${value / size[1]} ${size[0]}`
  return unit === 'bytes' && value > 0 ? `${value} bytes` : String(value)
}

/** The value that was typed, with separators between thousands or without; undefined for what is none. */
export function valueOf(text: string, unit: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  return unit === 'bytes' ? sizeOf(plain) : wholeOf(plain)
}

function wholeOf(plain: string): number | undefined {
  const isWhole = /^\d{1,12}$/.test(plain) || /^\d{1,3}([\s,._’']\d{3}){1,3}$/.test(plain)
  return isWhole ? Number(plain.replaceAll(/\D/g, '')) : undefined
}

/** `20 GB`, `1.5 TB`, `500mb`: in bytes. A number alone could be meant as anything, but for nought. */
export function sizeOf(plain: string): number | undefined {
  if (plain === '0') return 0
  const [, number, unit] = /^([\d\s,._’']*\d)\s*([kmgt]?b|bytes?)$/i.exec(plain) ?? []
  if (number === undefined || unit === undefined) return undefined
  const [, whole = '', part = '0'] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number)!
  const n = wholeOf(whole)
  const size = Object.entries(sizes).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1] ?? 1
  const bytes = n === undefined ? NaN : Math.round(Number(`${n}.${part}`) * size)
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

/** What is wrong with a typed value, in words. */
export function problemOf({ least, ceiling, unit }: PolicyFieldView, text: string): string | undefined {
  const value = valueOf(text, unit)
  if (value === null) return undefined
  if (value === undefined)
    return unit === 'bytes'
      ? 'Write a size with its unit, such as 20 GB, or leave it empty for the plan’s.'
      : 'Write a whole number, or leave it empty for the plan’s.'
  if (value < least) return `At least ${numberWords(least, unit)}.`
  return value > ceiling ? `The ceiling is ${amountWords(ceiling, unit)}.` : undefined
}

/** The fields that would change, as far as they are values that could be saved. */
export const changedIn = (policy: PolicyView, typed: Typed): Record<string, number | null> =>
  Object.fromEntries(
    policy.fields.flatMap((field) => {
      const text = typed[field.name] ?? ''
      const value = valueOf(text, field.unit)
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
  const entries = newer.fields.map(({ name, unit, value }) => {
    const was = older.fields.find((field) => field.name === name)?.value ?? null
    const mine = typed[name] ?? ''
    const theirs = textOf(value, unit)
    if (valueOf(mine, unit) === was) return [name, theirs]
    if (value !== was && valueOf(mine, unit) !== value) undecided.push(name)
    return [name, mine]
  })
  return { typed: Object.fromEntries(entries) as Typed, undecided }
}
