import type { AnyOperation } from '../sample-input'
import { doors, type Answer, type Who } from './doors'

/** How many combinations were tried at each door. */
export const counts: Record<string, number> = {}
export const count = (door: string) => (counts[door] = (counts[door] ?? 0) + 1)

/** Through every door that this asker has; counts each. */
export async function everyDoor(
  o: AnyOperation,
  who: Who,
  tenant: string | null,
  input: () => Promise<Record<string, unknown>>,
  expected: (answer: Answer & { door: string }) => void,
): Promise<void> {
  for (const door of Object.keys(doors)) {
    const answer = await throughDoor(door, o, who, tenant, await input())
    if (answer) expected({ ...answer, door })
  }
}

/** Null when this asker has no such door. */
export async function throughDoor(
  door: string,
  o: AnyOperation,
  who: Who,
  tenant: string | null,
  input: Record<string, unknown>,
): Promise<Answer | null> {
  const answer = await doors[door]!(o, who, tenant, input)
  if (answer) count(door)
  return answer
}
