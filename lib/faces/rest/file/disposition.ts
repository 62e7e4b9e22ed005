const LONGEST = 200

/**
 * `Content-Disposition` of a file to be saved (RFC 6266): a plain name for those who read no other, and the whole one in
 * UTF-8 (RFC 8187). A name is a last step of a path, and nothing in it turns the text around.
 */
export function attachmentNamed(name: string): string {
  const safe = nameOf(name)
  const plain = safe
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '_')
    .replaceAll(/["\\%;]/g, '_')
  const whole = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

function nameOf(name: string): string {
  const last = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .split(/[\\/]/)
    .at(-1)!
    // Windows takes no dot or space at the end, and a first dot hides a file elsewhere.
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  return [...last].slice(-LONGEST).join('') || 'file'
}
