/** Something that can be well or not, in a sentence, and where to look at it. */
export interface Finding {
  good: boolean
  text: string
  href?: string
  /** what failed can be tried again */
  again?: true
}

export const many = (n: number, one: string, does = '') =>
  `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}${does && ` ${does}${n === 1 ? 's' : ''}`}`
