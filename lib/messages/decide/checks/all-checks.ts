import { authChecks } from './auth-checks'
import { bodyChecks } from './body-checks'
import type { Check } from './check'
import { headerChecks } from './header-checks'
import { networkChecks } from './network-checks'
import { peopleChecks } from './people-checks'
import { subjectChecks } from './subject-checks'

export const groups: readonly (readonly [title: string, checks: readonly Check[]])[] = [
  ['Its head', headerChecks],
  ['Its sender', peopleChecks],
  ['Its subject', subjectChecks],
  ['Its content', bodyChecks],
  ['Authentication', authChecks],
  ['What others say', networkChecks],
]

export const allChecks: readonly Check[] = groups.flatMap(([, checks]) => checks)
