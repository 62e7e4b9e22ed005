import { bounds } from './view'

/** The ending of file names as it is kept: `.EXE`, `*.exe` and `exe` are one. Null for what is none. */
export function foldEnding(typed: string): string | null {
  const text = typed
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\*?\./, '')
  return [...text].length <= bounds.ending && /^[\p{L}\p{N}_-]+$/u.test(text) ? text : null
}
