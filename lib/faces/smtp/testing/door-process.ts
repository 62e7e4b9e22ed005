import { startProcess, type Process } from '../../testing/process'

/** The door as it runs: a process of its own, with these settings. */
export const startDoor = (settings: NodeJS.ProcessEnv): Promise<Process> =>
  startProcess('lib/faces/smtp/main.ts', 'smtp ready', settings)
