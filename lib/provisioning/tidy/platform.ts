import { asPlatform } from '@/lib/kernel/platform'

// What was asked for names people of many tenants.

const KEPT_DAYS = 30
const AT_ONCE = 10_000

/**
 * Lets go of what was asked for a month after it was settled: of items all of it, of steps the addresses. What it was
 * called and what came of it stay.
 */
export async function tidyProvisioning(): Promise<void> {
  await untilNoneIsLeft(emptyItems)
  await untilNoneIsLeft(maskSteps)
}

async function untilNoneIsLeft(some: () => Promise<number>): Promise<void> {
  while ((await some()) === AT_ONCE);
}

const emptyItems = () =>
  asPlatform(
    (tx) => tx.$executeRaw`
      update "BatchItem" set input = '{}' where id in (
        select id from "BatchItem" where "settledAt" < now() - make_interval(days => ${KEPT_DAYS}) and input <> '{}'
         limit ${AT_ONCE})`,
  )

/** As mask-email.ts does. */
const maskSteps = () =>
  asPlatform(
    (tx) => tx.$executeRaw`
      update "ProvisionStep" set input = input || jsonb_build_object('email', regexp_replace(input ->> 'email', '^(.).*@', '\\1…@'))
       where id in (
        select id from "ProvisionStep" where "settledAt" < now() - make_interval(days => ${KEPT_DAYS})
           and input ->> 'email' not like '_…@%' limit ${AT_ONCE})`,
  )
