import { line } from './clean'

const LONGEST = 150
const usual: Record<string, string> = {
  'message/rfc822': 'message.eml',
  'text/calendar': 'invitation.ics',
  'text/html': 'page.html',
  'text/plain': 'text.txt',
  'application/pdf': 'document.pdf',
  'application/ms-tnef': 'winmail.dat',
}

/** A name to save it by, whatever it was called: the last segment of a path, without what file systems act upon. */
export function fileName(told: string, type: string, index: number): string {
  const shown = line(told, 1_000)
  const segment = shown.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? ''
  // The characters that Windows refuses (Naming Files, Paths, and Namespaces).
  const safe = segment.replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '')
  return safe === '' ? (usual[type] ?? `attachment-${index + 1}`) : short(safe)
}

/** The ending says what it is: it is the last thing to be cut. */
function short(name: string): string {
  if (name.length <= LONGEST) return name
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? ''
  return (
    name
      .slice(0, LONGEST - ending.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + ending
  )
}
