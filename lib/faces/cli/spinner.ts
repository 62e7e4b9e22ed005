import type { Io } from './io'

/** Something that turns while we wait: on a terminal and beside the output, never in it. */
export async function startSpinner(io: Io, wanted: boolean) {
  if (!wanted || !io.isTTY)
    return { say: () => undefined, print: (write: () => void) => write(), stop: () => undefined }
  const { default: ora } = await import('ora')
  const spinner = ora({ stream: io.stderr as NodeJS.WriteStream, discardStdin: false }).start()
  return {
    say: (text: string) => void (spinner.text = text),
    print(write: () => void) {
      spinner.clear()
      write()
    },
    stop: () => void spinner.stop(),
  }
}
