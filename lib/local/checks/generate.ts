import { generateClient } from '../build'
import { withoutRecord } from '../run-record'
import { openState } from '../state'

/** The database client, where the schema changed since the last one. */
await generateClient(openState(), withoutRecord)
