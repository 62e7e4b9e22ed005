/**
 * Message ids that the mail network gave. It answers with the bare form and writes the other into the Message-ID field
 * (`@email.amazonses.com` in us-east-1, `@<region>.amazonses.com` elsewhere); replies refer to either.
 */
const GIVEN =
  /^([0-9a-f]{16}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{6})(?:@[a-z0-9-]+\.amazonses\.com)?$/i

/** The bare form; null for an id that is not of the mail network's making. */
export const bareMessageId = (id: string): string | null => GIVEN.exec(id)?.[1]?.toLowerCase() ?? null
