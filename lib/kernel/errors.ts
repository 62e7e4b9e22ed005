const entry = <const S extends number>(
  status: S,
  /** of the command line, by kind of trouble; the table of exit codes is frozen */
  exit: number,
  /** whose move it is */
  move: 'caller' | 'us' | 'nobody',
  /** what happened */
  say: string,
  /** the next step */
  next: string,
  /** whether the same again can help */
  retry = false,
) => ({ status, exit, move, say, next, retry })

/**
 * The catalog of refusals. One table gives each code its HTTP status, CLI exit code, whose move it is, the sentence a
 * person reads (what happened, then the next step), and whether trying again can help.
 */
export const catalog = {
  not_signed_in: entry(401, 4, 'caller', 'You are signed out.', 'Sign in and try again.'),
  forbidden: entry(403, 4, 'caller', 'Your role does not allow this.', 'Ask an owner of this organisation.'),
  not_found: entry(
    404,
    5,
    'caller',
    'There is nothing here under this address.',
    'Go back to the list and open it from there.',
  ),
  invalid_input: entry(
    422,
    2,
    'caller',
    'Something in the form needs another look.',
    'Mend what is marked and send it again.',
  ),
  too_many_requests: entry(
    429,
    6,
    'nobody',
    'That was too often in a short time.',
    'Try again in a few minutes.',
    true,
  ),
  conflict: entry(
    409,
    3,
    'caller',
    'This changed while you were looking.',
    'Reload the page to see the newest state.',
  ),
  unavailable: entry(
    503,
    7,
    'us',
    'We could not finish this right now.',
    'Nothing was lost. Try again in a minute.',
    true,
  ),
  internal: entry(
    500,
    1,
    'us',
    'Something failed on our side.',
    'Nothing was lost. Try again in a minute.',
    true,
  ),
  tenant_required: entry(
    400,
    2,
    'caller',
    'This call acts in an organisation, and none was named.',
    'Name it by its slug in the Letterhead-Tenant header (--tenant on the command line).',
  ),
  no_such_route: entry(
    404,
    5,
    'caller',
    'There is no such call in this API.',
    'Look at /docs/api for the ones there are.',
  ),
  method_not_allowed: entry(
    405,
    2,
    'caller',
    'This address has no call with that method.',
    'Use one of those in the Allow header.',
  ),
  body_malformed: entry(
    400,
    2,
    'caller',
    'The body is not JSON.',
    'Send one JSON object with the content type application/json.',
  ),
  body_too_large: entry(413, 2, 'caller', 'The body is larger than this API takes.', 'Send at most 256 kB.'),
  scope_missing: entry(
    403,
    4,
    'caller',
    'This key does not have the scope for that.',
    'Use a key that has it, or ask an owner to create one.',
  ),
  key_bound: entry(
    403,
    4,
    'caller',
    'What this call was sent with is bound to one domain or one inbox, and this call is about something else.',
    'Use a key that is not bound.',
  ),
  idempotency_key_invalid: entry(
    400,
    2,
    'caller',
    'An Idempotency-Key has 8 to 200 printable ASCII characters.',
    'Send a random one, such as a UUID.',
  ),
  idempotency_mismatch: entry(
    422,
    2,
    'caller',
    'This Idempotency-Key was used for another call.',
    'Use a new key for a new call.',
  ),
  idempotency_in_progress: entry(
    409,
    3,
    'nobody',
    'The first call with this Idempotency-Key is still under way.',
    'Repeat it in a few seconds to get its answer.',
    true,
  ),
  idempotency_unknown: entry(
    409,
    3,
    'caller',
    'The first call with this Idempotency-Key did not come to its end.',
    'Look whether it took effect, then use a new key.',
  ),

  link_invalid: entry(410, 3, 'caller', 'This link was used before, or is too old.', 'Ask for a new one.'),
  provider_not_connected: entry(
    403,
    4,
    'caller',
    'This account is not connected to anybody here.',
    'Sign in by e-mail, then connect it on your account page.',
  ),
  provider_unverified: entry(
    403,
    4,
    'caller',
    'The provider has not confirmed the e-mail address of this account.',
    'Confirm it there, then try again.',
  ),
  provider_taken: entry(
    409,
    3,
    'caller',
    'This account is connected to somebody else here.',
    'Sign out and sign in with it, or choose another one.',
  ),
  provider_failed: entry(
    502,
    1,
    'nobody',
    'The sign-in at the provider did not come to its end.',
    'Start it again, or sign in by e-mail.',
  ),
  email_malformed: entry(
    422,
    2,
    'caller',
    'This is not an e-mail address.',
    'Enter one such as you@example.com.',
  ),
  invite_exists: entry(
    409,
    3,
    'caller',
    'An invitation for this address is open already.',
    'Send it again, or revoke it first.',
  ),
  member_exists: entry(
    409,
    3,
    'caller',
    'This person is a member already.',
    'Change the role in the list instead.',
  ),
  invite_limit: entry(
    409,
    3,
    'caller',
    'There are too many open invitations.',
    'Revoke those that nobody will accept.',
  ),
  invite_other_person: entry(
    403,
    4,
    'caller',
    'This invitation is for another e-mail address than the one you are signed in with.',
    'Sign out, then open the link again.',
  ),
  last_owner: entry(
    409,
    3,
    'caller',
    'An organisation keeps at least one owner.',
    'Make somebody else an owner first.',
  ),
  last_admin: entry(
    409,
    3,
    'caller',
    'The platform keeps at least one admin.',
    'Make somebody else an admin first.',
  ),
  tenant_exists: entry(409, 3, 'caller', 'This slug is taken.', 'Choose another one.'),
  tenant_suspended: entry(
    403,
    4,
    'us',
    'This organisation is suspended: everything can be read, and nothing changed.',
    'Ask the platform’s support to have it reactivated.',
  ),
  limit_reached: entry(
    409,
    3,
    'caller',
    'Your organisation has as many as it may have.',
    'Remove one you no longer use, or ask for a larger plan.',
  ),
  quota_spent: entry(
    429,
    6,
    'caller',
    'Your organisation has used all it may in this time.',
    'It begins anew with the next window; a larger plan gives more.',
    true,
  ),
  workspace_exists: entry(409, 3, 'caller', 'A workspace of this slug exists.', 'Choose another slug.'),
  workspace_is_default: entry(
    409,
    3,
    'caller',
    'This is the default workspace of its environment: tenants land in it when nothing else says where.',
    'Keep it, and move its tenants to other workspaces.',
  ),
  workspace_in_use: entry(
    409,
    3,
    'caller',
    'This workspace still has tenants.',
    'Move them to other workspaces first.',
  ),
  workspace_archived: entry(
    409,
    3,
    'caller',
    'This workspace is archived: no tenant can be put into it.',
    'Restore it first, or choose another one.',
  ),
  workspace_unknown: entry(
    422,
    2,
    'caller',
    'There is no workspace of this slug.',
    'Take one out of the list of workspaces.',
  ),
  environment_differs: entry(
    409,
    3,
    'caller',
    'Environments never mix: this workspace is of another environment than the tenant.',
    'Provision a second tenant there instead.',
  ),
  pattern_malformed: entry(
    422,
    2,
    'caller',
    'This is no pattern of names.',
    'Write acme.com for one name, or *.acme.com for all below it.',
  ),
  pattern_taken: entry(
    409,
    3,
    'caller',
    'Another workspace of this environment has this pattern.',
    'Take it out there first.',
  ),
  limit_above_ceiling: entry(
    422,
    2,
    'caller',
    'This value is above the ceiling of the product.',
    'Choose one at or under it.',
  ),
  policy_conflict: entry(
    409,
    3,
    'caller',
    'Somebody else edited this policy while you were looking at it.',
    'Look at the newest values, then decide again.',
  ),
  move_overtaken: entry(
    409,
    3,
    'caller',
    'This tenant was moved again since, or the move was undone.',
    'Look where it is now, and move it from there.',
  ),
  local_part_malformed: entry(
    422,
    2,
    'caller',
    'This is no part before an @ that every mail program takes.',
    'Choose letters, digits, dots and hyphens, such as agent or first.last.',
  ),
  provision_mismatch: entry(
    409,
    3,
    'caller',
    'This client id was used to provision something else.',
    'Use a new client id for another tenant.',
  ),
  batch_stopped: entry(
    409,
    3,
    'caller',
    'The batch was stopped before this was begun.',
    'Start another batch for what is left.',
  ),
  starter_gone: entry(
    403,
    4,
    'caller',
    'Whoever started this is no admin any more.',
    'An admin starts again what is left.',
  ),
  file_malformed: entry(
    422,
    2,
    'caller',
    'Some lines of the file need another look, so none of them was taken.',
    'Mend what is named and send the file again.',
  ),
  slug_malformed: entry(
    422,
    2,
    'caller',
    'A slug has 2 to 40 lower-case letters, digits and single hyphens.',
    'Choose one such as acme-books.',
  ),
  key_limit: entry(409, 3, 'caller', 'You have reached the number of keys.', 'Revoke one you no longer use.'),
  key_revoked: entry(409, 3, 'caller', 'This key is revoked or has expired.', 'Create a new one.'),
  key_rotating: entry(
    409,
    3,
    'caller',
    'This key has two valid secrets already.',
    'End the older one first, or wait until it expires.',
  ),
  scope_unknown: entry(422, 2, 'caller', 'A key cannot have such a scope.', 'Choose out of the listed ones.'),
  device_pending: entry(
    409,
    3,
    'nobody',
    'Nobody has said yes in the browser so far.',
    'Ask again in a few seconds.',
    true,
  ),
  device_denied: entry(
    403,
    4,
    'caller',
    'The sign-in was declined in the browser.',
    'Start again if that was a mistake.',
  ),

  domain_empty: entry(
    422,
    2,
    'caller',
    'Enter a domain, such as mail.example.com.',
    'Only the name is needed, without https:// and without an @.',
  ),
  domain_too_long: entry(
    422,
    2,
    'caller',
    'This name is longer than DNS allows: 253 characters in all, 63 between two dots.',
    'Use a shorter name.',
  ),
  domain_is_address: entry(
    422,
    2,
    'caller',
    'This is an e-mail address.',
    'Enter only the part after the @.',
  ),
  domain_is_url: entry(
    422,
    2,
    'caller',
    'This is a web address.',
    'Enter only the domain in it, without https:// and without a path.',
  ),
  domain_malformed: entry(
    422,
    2,
    'caller',
    'This is not a domain name.',
    'Use letters, digits and hyphens between dots, such as mail.example.com.',
  ),
  domain_public_suffix: entry(
    422,
    2,
    'caller',
    'This name is shared by many owners.',
    'Add a name you own below it.',
  ),
  domain_special_use: entry(
    422,
    2,
    'caller',
    'This name is reserved and cannot be used on the internet.',
    'Add a domain that you have registered.',
  ),
  domain_is_platform: entry(
    422,
    2,
    'caller',
    'This name belongs to the platform.',
    'Add a domain that you own.',
  ),
  domain_exists: entry(409, 3, 'caller', 'You have already added this domain.', 'Open it from the list.'),
  domain_deleting: entry(
    409,
    3,
    'us',
    'This domain is still being deleted.',
    'Add it again in a minute.',
    true,
  ),
  inbox_exists: entry(409, 3, 'caller', 'An inbox has this address already.', 'Choose another local part.'),
  inbox_domain_unknown: entry(
    422,
    2,
    'caller',
    'Your organisation has no such domain.',
    'Add it first, or leave the domain out for an address that works at once.',
  ),
  inbox_domain_required: entry(
    422,
    2,
    'caller',
    'This installation has no domain of its own for addresses.',
    'Name one of your domains.',
  ),
  inbox_mismatch: entry(
    409,
    3,
    'caller',
    'This client id was used to open another inbox.',
    'Use a new client id for another inbox.',
  ),
  inbox_closed: entry(
    409,
    3,
    'caller',
    'This inbox is closed.',
    'Open another one, also at the same address.',
  ),
  inbox_suspended: entry(409, 3, 'caller', 'This inbox is suspended.', 'Resume it first.'),
  inbox_of_role: entry(
    409,
    3,
    'caller',
    'The addresses postmaster@ and abuse@ stay as they are for as long as their domain receives.',
    'Open an inbox of your own beside them.',
  ),
  inbox_shared: entry(
    409,
    3,
    'caller',
    'On its plan your organisation has one inbox of a shared address.',
    'Add a domain of your own for more, or ask for a larger plan.',
  ),
  protocols_held: entry(
    403,
    4,
    'caller',
    'In this workspace, only owners switch protocol access.',
    'Ask an owner of the organisation to switch it.',
  ),
  grant_revoked: entry(409, 3, 'caller', 'This grant is revoked.', 'Create another one.'),
  grant_suspended: entry(
    409,
    3,
    'caller',
    'This grant is suspended.',
    'Resume the grant first, then mint a token.',
  ),
  grant_limit: entry(
    409,
    3,
    'caller',
    'An inbox has at most 50 grants that stand.',
    'Revoke one that nothing uses any more.',
  ),
  token_limit: entry(
    409,
    3,
    'caller',
    'A grant has at most 200 tokens that are valid.',
    'Use one of them, or renew the grant, which ends them all.',
  ),
  test_recipient_missing: entry(
    409,
    3,
    'caller',
    'Your account has no address to send a test message to.',
    'Ask an owner of this organisation to invite you with one.',
  ),
  sender_blocked: entry(
    409,
    3,
    'us',
    'There is no path for this message yet: your domain is not ready and the shared path is not either.',
    'Try again in a minute.',
    true,
  ),
  send_refused: entry(
    502,
    1,
    'us',
    'The mail network refused this message.',
    'We have noted why and look into it.',
  ),
  send_unconfirmed: entry(
    504,
    7,
    'nobody',
    'The mail network did not answer.',
    'The message may have left; we do not send it a second time.',
  ),
  message_masked: entry(
    403,
    4,
    'caller',
    'Files and the raw message are kept from you until you ask for codes and links.',
    'Show codes and links first, which is recorded, then download it.',
  ),
  message_in_use: entry(
    409,
    3,
    'caller',
    'Only what lies in trash, spam or quarantine can be deleted for good.',
    'Move it to trash first.',
  ),
  message_unreadable: entry(
    503,
    7,
    'us',
    'The stored message could not be read.',
    'It is still there. Try again in a minute.',
    true,
  ),
} as const

export type ErrorCode = keyof typeof catalog

/** A refusal as it travels to any face: safe to show, nothing of the inside. */
export interface Refusal {
  code: ErrorCode
  /** what happened, then the next step: the sentences a person reads */
  message: string
  nextStep?: string
  fields?: Record<string, string>
}

/** Thrown inside operations; `detail` is for the log and for admins, never for the caller. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly nextStep: string
  readonly fields: Record<string, string> | undefined
  readonly detail: string | undefined
  /** seconds after which the same again can help, for `Retry-After` */
  readonly retryAfter: number | undefined

  constructor(
    code: ErrorCode,
    more: {
      say?: string
      next?: string
      field?: string
      fields?: Record<string, string>
      detail?: string
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    const nextStep = more.next ?? catalog[code].next
    super(more.say && more.next === undefined ? more.say : `${more.say ?? catalog[code].say} ${nextStep}`, {
      cause: more.cause,
    })
    this.name = 'AppError'
    this.code = code
    this.nextStep = nextStep
    this.fields = more.fields ?? (more.field ? { [more.field]: this.message } : undefined)
    this.detail = more.detail
    this.retryAfter = more.retryAfter
  }

  toRefusal(): Refusal {
    const { code, message, nextStep, fields } = this
    return { code, message, nextStep, ...(fields && { fields }) }
  }
}
