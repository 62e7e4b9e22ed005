import type { Place } from './place'
import type { Going } from './use-place'

type Props = Omit<React.ComponentProps<'a'>, 'href'> & { to: Partial<Place>; going: Going }

/** A link within the inbox: followed in place, and a link like any other for a new tab. */
export function PlaceLink({ to, going, onClick, ...rest }: Props) {
  const follow = (event: React.MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onClick?.(event)
    going.go(to)
  }
  return <a href={going.hrefOf(to)} onClick={follow} {...rest} />
}
