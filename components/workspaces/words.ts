import { numberWords } from '@/lib/usage/words'

/** `1 tenant`, `1,200 tenants`. */
export const tenantsWords = (n: number): string =>
  n === 1 ? '1 tenant' : `${n.toLocaleString('en')} tenants`

/** A policy's value: null is the plan's. */
export const valueWords = (value: number | null, unit: string): string =>
  value === null ? 'the plan’s' : numberWords(value, unit)

/** What a plan gives: null is no limit. */
export const limitWords = (value: number | null, unit: string): string =>
  value === null ? 'no limit' : numberWords(value, unit)

export const windowWords = {
  always: 'in all',
  day: 'a UTC day',
  hour: 'a UTC hour',
  rate: 'a minute',
  each: 'a message',
  age: 'for each message',
} as const

/** Patterns as they are typed: one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean)
