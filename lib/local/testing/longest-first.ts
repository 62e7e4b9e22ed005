import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** From half a minute to a few on two cores, the longest first. */
export const longest = [
  'lib/faces/smtp/kill.int.test.ts',
  'lib/domains/trouble.int.test.ts',
  'lib/faces/isolation/row-security.int.test.ts',
  'lib/faces/isolation/platform.int.test.ts',
  'lib/faces/isolation/tenants.int.test.ts',
  'lib/provisioning/batches/batches.int.test.ts',
  'lib/usage/processes.int.test.ts',
  'lib/faces/smtp/memory.int.test.ts',
]

/**
 * Long files begin first, so that no worker is left alone with one at the end. Vitest knows how long a file took the
 * last time; a machine that never ran it goes by its size, which says little: the longest are short texts.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => this.#rankOf(a) - this.#rankOf(b))
  }

  #rankOf({ moduleId }: TestSpecification): number {
    const at = longest.indexOf(relative(this.ctx.config.root, moduleId))
    return at < 0 ? longest.length : at
  }
}
