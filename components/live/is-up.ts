let asking: Promise<boolean> | undefined

/**
 * Whether the server stands; asked once for all who ask meanwhile. Asked before a page is drawn anew by itself: a refresh
 * that finds no server makes the browser load the page from the start, and what was typed there is gone.
 */
export const isUp = (): Promise<boolean> =>
  (asking ??= fetch('/api/health', { cache: 'no-store' })
    .then(
      ({ ok }) => ok,
      () => false,
    )
    .finally(() => (asking = undefined)))
