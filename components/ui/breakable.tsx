import { Fragment } from 'react'

/** Text that may wrap after a dot, an equals sign and the like; what is copied stays exactly the text. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[.=:;/@])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
