/**
 * Longer than a sender's server tries, so that whoever wonders by then finds it; and as much of it as an installation can
 * lend to nobody: five times what is held for a tenant, and no more messages than an admin could look through.
 */
export const KEPT_DAYS = 14
export const STRAY_BYTES = 5e9
export const STRAY_MESSAGES = 20_000
