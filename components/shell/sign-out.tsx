'use client'

import { forgetFinding } from '@/components/messages/kept-find'

/** Whatever the tab keeps of what was found goes with its person. */
export const SignOut = ({ signOut }: { signOut: () => Promise<void> }) => (
  <form action={signOut} onSubmit={() => forgetFinding(sessionStorage)}>
    <button type="submit" className="hover:bg-sunk min-h-10 w-full rounded px-2 text-left text-sm">
      Sign out
    </button>
  </form>
)
