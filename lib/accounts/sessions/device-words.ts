// In this order: each of them also carries the names of those below it (a Chromium says Chrome and Safari).
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const systems = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const

/** What a person will know a session by: "Firefox on Windows", or the machine of a command line. */
export function deviceWords(kind: 'web' | 'cli', label: string | null): string {
  if (kind === 'cli') return label ? `Command line on ${label}` : 'Command line'
  const of = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([sign]) => sign.test(label ?? ''))?.[1]
  const browser = of(browsers) ?? 'Browser'
  const system = of(systems)
  return system ? `${browser} on ${system}` : browser
}
