/** By SMTP one of several can hold no more, while another takes the message: each of them has to be asked on its own. */
export class NotTogether extends Error {
  constructor() {
    super('One of those whom this message is for has no room: send it to each in a message of its own.')
    this.name = 'NotTogether'
  }
}
