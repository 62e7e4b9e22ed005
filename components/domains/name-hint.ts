/** What can be said about a typed name without asking the server; the server judges all of it again. */
export function nameHint(typed: string): string | undefined {
  const name = typed.trim()
  if (name === '') return 'Enter a domain, such as mail.example.com.'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name) || /[/?#\\]/.test(name))
    return 'This is a web address. Enter only the domain in it, without https:// and without a path.'
  if (name.includes('@')) return 'This is an e-mail address. Enter only the part after the @.'
  if (/\s/.test(name) || !/[.\u3002\uff0e\uff61]./.test(name))
    return 'This is not a domain name. Use letters, digits and hyphens between dots, such as mail.example.com.'
  return undefined
}
