/**
 * What is held of a tenant's mail beside its storage, as the mail network had accepted it before anybody could refuse: a third
 * of the smallest plan's storage, so that being full gives less than a plan does, and so few that they can be counted anew
 * with each that comes.
 */
export const HELD_BYTES = 1e9
export const HELD_MESSAGES = 10_000
