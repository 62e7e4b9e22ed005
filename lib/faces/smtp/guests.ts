import { SmtpReply } from './reply'

/** Who is in: one network may not take all the places. */
export class Guests {
  private readonly of = new Map<string, number>()
  private readonly inside = new Map<object, string>()
  private readonly most: number

  constructor(places: number) {
    this.most = Math.max(1, Math.ceil(places / 4))
  }

  /** @throws SmtpReply when there are too many of them */
  enter(guest: object, network: string): void {
    const there = (this.of.get(network) ?? 0) + 1
    if (there > this.most) throw new SmtpReply(421, '4.7.0', 'Too many connections from your address.')
    this.of.set(network, there)
    this.inside.set(guest, network)
  }

  /** Also of somebody who never got in. */
  leave(guest: object): void {
    const network = this.inside.get(guest)
    if (network === undefined) return
    this.inside.delete(guest)
    const there = this.of.get(network)! - 1
    if (there > 0) this.of.set(network, there)
    else this.of.delete(network)
  }
}
