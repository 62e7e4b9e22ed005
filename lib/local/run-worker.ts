import { join } from './join'

/** `npm run worker`: one more worker. */
join('lib/faces/worker/main.ts')
