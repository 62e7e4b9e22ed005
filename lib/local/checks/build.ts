import { buildWeb } from '../build'
import { withoutRecord } from '../run-record'
import { openState } from '../state'

/** The production build, where the sources changed since the last one. */
await buildWeb(openState(), withoutRecord)
