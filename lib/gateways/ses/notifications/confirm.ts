import { fetchText } from './fetch-text'
import { trustedUrl } from './trusted-url'

// The answer is a short piece of XML.
const MOST_BYTES = 64 * 1024

/** Follows the link of a subscription that was found genuine. False when it leads elsewhere; nothing is asked then. */
export async function confirmSubscription(link: string): Promise<boolean> {
  const url = trustedUrl(link)
  if (!url || url.searchParams.get('Action') !== 'ConfirmSubscription') return false
  await fetchText(url, MOST_BYTES)
  return true
}
