/** Marks a field of an input, as `.meta(fromFile)`, whose value is often kept in a file: command lines read it from there. */
export const fromFile = { 'x-from-file': true } as const
