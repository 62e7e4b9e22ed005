import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { keyHelp } from './keys'

const operators: [string, string][] = [
  ['invoice march', 'messages with both words'],
  ['-draft', 'without this word'],
  ['from:ada', 'sender, by name, address or domain'],
  ['to:sales', 'one of those it was sent to'],
  ['subject:invoice', 'a word of the subject'],
  ['has:attachment', 'with files'],
  ['before:2026-03-01', 'came before this day (UTC)'],
  ['after:2026-02-01', 'came on this day or later (UTC)'],
  ['in:anywhere', 'also in spam, quarantine and trash'],
  ['label:invoices', 'filed there by a rule'],
]

/** What can be written into the search, and what keys do. */
export function MailHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Search and keys" open={open} onClose={onClose}>
      <div
        role="group"
        aria-label="Search and keys"
        tabIndex={0}
        className="-mx-2 max-h-[60dvh] space-y-4 overflow-y-auto rounded-md px-2 py-1"
      >
        <Sheet title="In the search" rows={operators} />
        <Sheet title="On the keyboard" rows={keyHelp} />
        <p className="text-soft text-sm">
          Keys rest while the focus is in the text of a message. Tab leads out of it, and so does a click
          beside it.
        </p>
      </div>
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

const Sheet = ({ title, rows }: { title: string; rows: [string, string][] }) => (
  <section>
    <h3 className="font-medium">{title}</h3>
    <dl>
      {rows.map(([what, does]) => (
        <div key={what} className="hairline grid grid-cols-[10rem_1fr] gap-x-3 py-1.5 max-sm:grid-cols-1">
          <dt>
            <kbd className="font-mono text-sm">{what}</kbd>
          </dt>
          <dd className="text-soft text-sm">{does}</dd>
        </div>
      ))}
    </dl>
  </section>
)
