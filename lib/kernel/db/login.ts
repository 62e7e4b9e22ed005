import { pool } from './pool'

/** Why a login must not be the application's; null when it may. */
export function loginFault(login: { superuser: boolean; bypasses: boolean; owns: boolean }): string | null {
  if (login.superuser) return 'is a superuser'
  if (login.bypasses) return 'bypasses row-level security'
  if (login.owns) return 'owns the tables'
  return null
}

/** Refuses to run with a login that row-level security would not hold. @throws Error that names what is wrong */
export async function checkLogin(): Promise<void> {
  const { rows } = await pool().query<{
    name: string
    superuser: boolean
    bypasses: boolean
    owns: boolean
  }>(`
    select current_user as name, rolsuper as superuser, rolbypassrls as bypasses,
           exists (select 1 from pg_tables where schemaname = 'public' and tableowner = current_user) as owns
      from pg_roles where rolname = current_user`)
  const login = rows[0]
  const fault = login ? loginFault(login) : 'is unknown to the server'
  if (fault)
    throw new Error(
      `The login of DATABASE_URL (${login?.name ?? '?'}) ${fault}. Use the role letterhead_app; see README, "Production".`,
    )
}

/** Whether the database answers, with the schema that this build was made for. */
export async function isReachable(): Promise<boolean> {
  try {
    await pool().query('select "nextCheckAt" from "Domain" limit 0')
    return true
  } catch {
    return false
  }
}
