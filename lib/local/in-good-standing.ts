/**
 * A tenant as a caller may be minted in it where no request said how it stands: for seeds and tests. Faces read it with
 * each request instead, so nothing they leave out could open a door.
 */
export const inGoodStanding = <T extends object>(tenant: T) => ({
  ...tenant,
  suspendedAt: null,
  requestsPerMinute: null,
})
