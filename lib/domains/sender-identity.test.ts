import { describe, expect, it } from 'vitest'
import { reasonWords, senderIdentity, type SenderInput } from './sender-identity'
import { domainStates } from './view'

const bools = [true, false]
const rows = bools.flatMap((dkim) =>
  bools.flatMap((mailFrom) =>
    bools.flatMap((keys) =>
      bools.map((path) => ({ dns: { dkim, mailFrom }, confirmed: { dkim: keys, mailFrom: path } })),
    ),
  ),
)
const at = (row: Pick<SenderInput, 'dns' | 'confirmed'>, change: Partial<SenderInput> = {}) =>
  senderIdentity({ state: 'ready', everReady: true, sharedPath: true, ...row, ...change })
const sign = ({ dkim, mailFrom }: { dkim: boolean; mailFrom: boolean }) =>
  `${dkim ? 'D' : '-'}${mailFrom ? 'M' : '-'}`

describe('the truth table of a domain that was ready: what DNS has, what is confirmed', () => {
  // D: the signature's records, M: the return path's; left in DNS, right confirmed.
  const table = {
    'DM DM': 'own: all_in_place',
    'DM D-': 'own_dkim_only: return_path_lost',
    'DM -M': 'shared: both_lost',
    'DM --': 'shared: both_lost',
    'D- DM': 'own_dkim_only: return_path_lost',
    'D- D-': 'own_dkim_only: return_path_lost',
    'D- -M': 'shared: both_lost',
    'D- --': 'shared: both_lost',
    '-M DM': 'own_spf_only: signature_lost',
    '-M D-': 'shared: both_lost',
    '-M -M': 'shared: both_lost',
    '-M --': 'shared: both_lost',
    '-- DM': 'shared: both_lost',
    '-- D-': 'shared: both_lost',
    '-- -M': 'shared: both_lost',
    '-- --': 'shared: both_lost',
  }

  it('is this, row by row', () =>
    expect(
      Object.fromEntries(
        rows.map((row) => {
          const { identity, reason } = at(row)
          return [`${sign(row.dns)} ${sign(row.confirmed)}`, `${identity}: ${reason}`]
        }),
      ),
    ).toEqual(table))

  it('and holds in the grace, too', () => {
    for (const row of rows) expect(at(row, { state: 'degraded' })).toEqual(at(row))
  })
})

describe('whatever the records', () => {
  it.each(domainStates)('a domain that is %s and never was ready leaves by the shared path', (state) => {
    for (const row of rows) {
      expect(at(row, { state, everReady: false })).toEqual({ identity: 'shared', reason: 'not_ready_yet' })
      expect(at(row, { state, everReady: false, sharedPath: false })).toEqual({
        identity: 'blocked',
        reason: 'shared_path_not_ready',
      })
    }
  })

  it.each(['deleting', 'failed'] as const)('a %s domain never sends under its own name', (state) => {
    for (const row of rows) expect(['shared', 'blocked']).toContain(at(row, { state }).identity)
  })

  it('nothing leaves under the domain without confirmed keys, and nothing is blocked while a path is there', () => {
    for (const state of domainStates)
      for (const row of rows)
        for (const everReady of bools)
          for (const sharedPath of bools) {
            const { identity } = at(row, { state, everReady, sharedPath })
            if (identity.startsWith('own')) expect(row.confirmed.dkim).toBe(true)
            if (sharedPath) expect(identity).not.toBe('blocked')
            if (!sharedPath) expect(identity).not.toBe('shared')
          }
  })
})

it('every reason has words', () => {
  for (const words of Object.values(reasonWords)) expect(words).toMatch(/^[A-Z].*\.$/)
})
