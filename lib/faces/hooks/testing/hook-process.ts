import { startHookServer } from './hook-server'

/** The web process, as far as the mail network sees it: on the port that it is given. */
const hook = await startHookServer(Number(process.argv[2]))
process.stdout.write('hook ready\n')

const stop = () => void hook.close().finally(() => process.exit(0))
process.on('SIGTERM', stop)
// Through this channel it hears when the test dies.
process.on('disconnect', stop)
