/**
 * The catalog of refusals. One table gives each code its HTTP status, CLI exit code, whether trying again can
 * help, whose move it is, and the sentence a person reads: what happened, then the next step.
 */
export const catalog = {
  not_signed_in: {
    status: 401,
    exit: 4,
    retry: false,
    move: 'caller',
    say: 'You are signed out. Sign in and try again.',
  },
  forbidden: {
    status: 403,
    exit: 4,
    retry: false,
    move: 'caller',
    say: 'Your role does not allow this. Ask an owner of this organisation.',
  },
  not_found: {
    status: 404,
    exit: 5,
    retry: false,
    move: 'caller',
    say: 'There is nothing here under this address. Go back to the list and open it from there.',
  },
  invalid_input: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'Something in the form needs another look.',
  },
  too_many_requests: {
    status: 429,
    exit: 6,
    retry: true,
    move: 'nobody',
    say: 'That was too often in a short time. Try again in a few minutes.',
  },
  conflict: {
    status: 409,
    exit: 3,
    retry: false,
    move: 'caller',
    say: 'This changed while you were looking. Reload the page to see the newest state.',
  },
  unavailable: {
    status: 503,
    exit: 7,
    retry: true,
    move: 'us',
    say: 'We could not finish this right now. Nothing was lost. Try again in a minute.',
  },
  internal: {
    status: 500,
    exit: 1,
    retry: true,
    move: 'us',
    say: 'Something failed on our side. Nothing was lost. Try again in a minute.',
  },

  domain_empty: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'Enter a domain, such as mail.example.com.',
  },
  domain_too_long: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This name is longer than DNS allows: 253 characters in all, 63 between two dots.',
  },
  domain_is_address: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This is an e-mail address. Enter only the part after the @.',
  },
  domain_is_url: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This is a web address. Enter only the domain in it, without https:// and without a path.',
  },
  domain_malformed: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This is not a domain name. Use letters, digits and hyphens between dots, such as mail.example.com.',
  },
  domain_public_suffix: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This name is shared by many owners. Add a name you own below it.',
  },
  domain_special_use: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This name is reserved and cannot be used on the internet. Add a domain that you have registered.',
  },
  domain_is_platform: {
    status: 422,
    exit: 2,
    retry: false,
    move: 'caller',
    say: 'This name belongs to the platform. Add a domain that you own.',
  },
  domain_exists: {
    status: 409,
    exit: 3,
    retry: false,
    move: 'caller',
    say: 'You have already added this domain. Open it from the list.',
  },
  domain_deleting: {
    status: 409,
    exit: 3,
    retry: true,
    move: 'us',
    say: 'This domain is still being deleted. Add it again in a minute.',
  },
  domain_limit: {
    status: 409,
    exit: 3,
    retry: false,
    move: 'caller',
    say: 'You have reached the number of domains for your organisation. Delete one you no longer use.',
  },

  test_recipient_missing: {
    status: 409,
    exit: 3,
    retry: false,
    move: 'caller',
    say: 'Your account has no address to send a test message to.',
  },
  test_too_many: {
    status: 429,
    exit: 6,
    retry: true,
    move: 'caller',
    say: 'That is enough test messages for now. You can send more within the hour.',
  },
  sender_blocked: {
    status: 409,
    exit: 3,
    retry: true,
    move: 'us',
    say: 'There is no path for this message yet: your domain is not ready and the shared path is not either. Try again in a minute.',
  },
  send_refused: {
    status: 502,
    exit: 1,
    retry: false,
    move: 'us',
    say: 'The mail network refused this message. We have noted why and look into it.',
  },
  send_unconfirmed: {
    status: 504,
    exit: 7,
    retry: false,
    move: 'nobody',
    say: 'The mail network did not answer. The message may have left; we do not send it a second time.',
  },
} as const satisfies Record<string, CatalogEntry>

interface CatalogEntry {
  status: number
  exit: number
  retry: boolean
  move: 'caller' | 'us' | 'nobody'
  say: string
}

export type ErrorCode = keyof typeof catalog

/** A refusal as it travels to any face: safe to show, nothing of the inside. */
export interface Refusal {
  code: ErrorCode
  message: string
  fields?: Record<string, string>
}

/** Thrown inside operations; `detail` is for the log and for admins, never for the caller. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  readonly detail: string | undefined

  constructor(
    code: ErrorCode,
    more: { say?: string; field?: string; detail?: string; cause?: unknown } = {},
  ) {
    super(more.say ?? catalog[code].say, { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = more.field ? { [more.field]: this.message } : undefined
    this.detail = more.detail
  }

  toRefusal(): Refusal {
    return { code: this.code, message: this.message, ...(this.fields && { fields: this.fields }) }
  }
}
