/** An address as it is told to whoever need not write to it: `o…@acme.dev`. */
export const maskEmail = (email: string): string =>
  `${[...email][0] ?? ''}…${email.slice(email.lastIndexOf('@'))}`
