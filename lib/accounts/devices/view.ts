/** A command line that waits for an answer, as the person is shown it. */
export interface DeviceView {
  code: string
  /** the machine's own words about itself */
  label: string
  /** the network address it asked from */
  address: string | null
  askedAt: string
}
