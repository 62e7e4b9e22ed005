import type { Bounds } from './bounds'

interface Stay {
  idle: NodeJS.Timeout | undefined
  whole: NodeJS.Timeout
  isBringing: boolean
  isOver: boolean
}

/** How long somebody stays: not long without a message, and not for ever with them. A message that has begun may end. */
export class Stays {
  private readonly of = new Map<object, Stay>()

  constructor(
    private readonly bounds: Pick<Bounds, 'mostIdle' | 'mostStay'>,
    private readonly turnOut: (guest: object) => void,
  ) {}

  enter(guest: object): void {
    const stay: Stay = {
      idle: undefined,
      whole: setTimeout(() => this.end(guest, stay), this.bounds.mostStay).unref(),
      ...{ isBringing: false, isOver: false },
    }
    this.of.set(guest, stay)
    this.watch(guest, stay)
  }

  begins(guest: object): void {
    const stay = this.of.get(guest)
    if (!stay) return
    stay.isBringing = true
    clearTimeout(stay.idle)
  }

  ended(guest: object): void {
    const stay = this.of.get(guest)
    if (!stay) return
    stay.isBringing = false
    if (stay.isOver) this.turnOut(guest)
    else this.watch(guest, stay)
  }

  leave(guest: object): void {
    const stay = this.of.get(guest)
    clearTimeout(stay?.idle)
    clearTimeout(stay?.whole)
    this.of.delete(guest)
  }

  private watch(guest: object, stay: Stay): void {
    stay.idle = setTimeout(() => this.turnOut(guest), this.bounds.mostIdle).unref()
  }

  private end(guest: object, stay: Stay): void {
    stay.isOver = true
    if (!stay.isBringing) this.turnOut(guest)
  }
}
