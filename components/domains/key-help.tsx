import { Dialog } from '@/components/ui/dialog'

const keys = [
  ['j, k', 'next, previous'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['Esc', 'leave the search, close this'],
]

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Keys on this list" open={open} onClose={onClose}>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key} className="hairline grid grid-cols-[6rem_1fr] py-2">
            <dt>
              <kbd className="font-mono text-sm">{key}</kbd>
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
