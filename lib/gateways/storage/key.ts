// A segment begins with a letter or digit: no dot files, no way up, and our unfinished ones are never taken for objects.
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,127}){0,7}$/

/** @throws for anything that could lead elsewhere than into the storage */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('This is not a key of an object.')
  return key
}
