/** The time a page was rendered at, for ClockProvider. */
export const serverNow = () => new Date().toISOString()
