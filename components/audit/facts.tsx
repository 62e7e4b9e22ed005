import { Fragment } from 'react'

/** Names and values, one below the other on a phone; what is not known is left out. */
export function Facts({ of }: { of: [name: string, value: React.ReactNode][] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[12rem_minmax(0,1fr)]">
      {of.map(
        ([name, value]) =>
          value !== null && (
            <Fragment key={name}>
              <dt className="text-soft pt-2 text-sm sm:py-2">{name}</dt>
              <dd className="hairline pb-2 [overflow-wrap:anywhere] sm:py-2">{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
