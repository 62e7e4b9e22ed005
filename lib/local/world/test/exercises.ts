import type { Operation } from '../ses/routes'
import { associations } from './exercises/associations'
import { configurationSets } from './exercises/configuration-sets'
import { identities } from './exercises/identities'
import { identityOptions } from './exercises/identity-options'
import { sending } from './exercises/sending'
import { tags } from './exercises/tags'
import { tenants } from './exercises/tenants'
import type { Exercise } from './exercises/shared'

/** One exercise for each operation of the route table; the compiler counts them. */
export const EXERCISES: Record<Operation, Exercise> = {
  ...identities,
  ...identityOptions,
  ...configurationSets,
  ...sending,
  ...tenants,
  ...associations,
  ...tags,
}
