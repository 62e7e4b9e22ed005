'use client'

import { useEffect, useId, useRef } from 'react'

type Props = { title: string; open: boolean; onClose: () => void; children: React.ReactNode }

/** The browser's own modal dialog: the rest is inert, Escape closes, the focus returns to the opener. */
export function Dialog({ title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  // The state goes first and the browser follows: closed by itself it would say so a frame later, and close what a quick
  // key has asked for since.
  const onCancel = (event: React.SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  // A second Escape cannot be held up: the browser closed it, and the state follows.
  const onClosed = () => {
    if (open && !dialog.current?.open) onClose()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={onCancel}
      onClose={onClosed}
      className="bg-raised text-ink border-line m-auto w-full max-w-lg rounded-lg border p-6 [overflow-wrap:anywhere] shadow-xl backdrop:bg-[rgb(0_0_0/0.4)] max-sm:max-w-[calc(100vw-2rem)]"
    >
      {open && (
        <>
          <h2 id={heading} className="mb-3 text-lg font-medium">
            {title}
          </h2>
          {children}
        </>
      )}
    </dialog>
  )
}
