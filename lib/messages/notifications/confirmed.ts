/** What stands before a topic in the id of the row that says since when its notifications are wanted. */
export const CONFIRMED = 'confirmed '
