/**
 * In place of what could not be shown; the rest of the page keeps working. Written without the other components: it
 * is loaded with every page, and with every boundary once more.
 */
export function Failed({ retry }: { retry: () => void }) {
  return (
    <div className="border-bad-edge min-w-0 space-y-2 border-l-2 py-1 pl-4">
      <h1 className="text-bad font-medium">This page could not be shown</h1>
      <p className="text-soft">Something failed on our side. Nothing was lost. Try again in a minute.</p>
      <button
        type="button"
        onClick={retry}
        className="border-edge hover:bg-sunk min-h-11 rounded-md border px-4 text-sm font-medium sm:min-h-10"
      >
        Retry
      </button>
    </div>
  )
}
