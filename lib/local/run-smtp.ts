import { join } from './join'

/** `npm run smtp`: the SMTP door. */
join('lib/faces/smtp/main.ts')
