import type pg from 'pg'

export const TENANTS = 10_000
export const WORKSPACES = 1_000
// All the others are in the default workspace of production: the worst place to edit a policy of.
const SPREAD = WORKSPACES - 3

/**
 * Ten thousand customers in a thousand workspaces: the default one has nine thousand of them, each other has one. Names as
 * people give them, two domains each, some members, and eight days of windows for the third that sends. The same every
 * time: nothing here is random, and the triggers count what stands, as ever.
 */
export async function seedManyTenants(client: pg.Client): Promise<void> {
  for (const sql of [words, workspaces, patterns, tenants, domains, people, moves, days, hours, minutes])
    await client.query(sql)
  await client.query('vacuum analyze')
}

/** The n-th of many names; neighbours in number are no neighbours in the alphabet. */
const words = `
  create function pg_temp.word(n int, list text) returns text language sql immutable
    as $$ select a[1 + n % cardinality(a)] from string_to_array(list, ' ') a $$;
  create function pg_temp.called(n int) returns text language sql immutable as $$
    select pg_temp.word(n * 7, 'Alder Amber Birch Brook Cedar Clover Copper Coral Dune Ember Fern Flint Garnet Harbour Hazel Iris Juniper Kestrel Linden Maple Marble North Oak Opal Pebble Pine Quartz Raven River Sable Slate Sparrow Summit Thistle Topaz Umber Vale Willow Wren Yarrow')
        || ' ' || pg_temp.word(n / 40 * 3, 'Analytics Apparel Books Capital Coffee Dental Design Energy Farms Foods Freight Health Homes Insurance Labs Law Logistics Marine Media Motors Music Optics Partners Pharma Press Robotics Schools Security Software Solar Sports Studio Supply Systems Tools Travel Ventures Water Works Yachts')
        || ' ' || n $$;
  create function pg_temp.slugged(n int) returns text language sql immutable
    as $$ select replace(lower(pg_temp.called(n)), ' ', '-') $$`

const workspaces = `
  insert into "Workspace" (slug, name, environment, "createdAt", "recipientsPerDay", "recipientsPerHour", domains, members, "requestsPerMinute")
    select 'ws-' || pg_temp.slugged(n), pg_temp.called(n) || ' group',
           case n % 20 when 0 then 'staging' when 1 then 'development' else 'production' end::"Environment",
           now() - n * interval '7 hours',
           case when n % 3 = 0 then 500 + n end, case when n % 5 = 0 then 100 + n end, case when n % 4 = 0 then 2 end,
           case when n % 6 = 0 then 4 end, case when n % 7 = 0 then 600 end
      from generate_series(1, ${SPREAD}) n;
  update "Workspace" set "recipientsPerDay" = 2000, domains = 40 where slug = 'default'`

const patterns = `
  insert into "WorkspacePattern" (environment, pattern, "workspaceId")
    select environment, '*.' || slug || '.example', id from "Workspace" where not "isDefault"`

const tenants = `
  insert into "Tenant" (slug, name, "workspaceId", environment, plan, assignment, "suspendedAt", "suspendedFor", "createdAt")
    select pg_temp.slugged(n), pg_temp.called(n), w.id, w.environment,
           case when n % 10 < 6 then 'free' when n % 10 < 9 then 'pro' else 'enterprise' end::"Plan",
           case when n <= ${SPREAD} then 'explicit' else 'fallback' end::"Assignment",
           case when n % 200 = 0 then now() end, case when n % 200 = 0 then 'Unpaid since March' end,
           now() - (n % 400) * interval '23 hours' - n * interval '1 second'
      from generate_series(1, ${TENANTS}) n
      join "Workspace" w on w.slug = case when n <= ${SPREAD} then 'ws-' || pg_temp.slugged(n) else 'default' end;
  insert into "Stream" ("tenantId", "externalName", "provisionedAt")
    select id, 'bench-' || id, now() from "Tenant" where kind = 'customer'`

/** One to four a tenant; for the free ones three are all. */
const domains = `
  insert into "Domain" ("tenantId", "streamId", name, region, state, "ownershipToken", "deadlineAt", "createdAt", "updatedAt", "nextCheckAt")
    select t.id, s.id, (array['', 'mail.', 'news.', 'shop.'])[k] || t.slug || '.example', 'eu-west-1',
           case when k < 3 then 'ready' else 'pending' end::"DomainState", 'x', now() + interval '3 days',
           t."createdAt" + k * interval '1 hour', now(), now() + interval '1 hour'
      from "Tenant" t join "Stream" s on s."tenantId" = t.id, generate_series(1, 4) k
     where t.kind = 'customer' and k <= 1 + abs(hashtext(t.slug)) % 3`

const people = `
  insert into "User" (email, name)
    select 'p' || k || '@' || slug || '.example', 'Person ' || k from "Tenant", generate_series(1, 5) k
     where kind = 'customer' and k <= 1 + abs(hashtext(name)) % 5;
  insert into "Membership" ("tenantId", "userId", role, "createdAt")
    select t.id, u.id, 'owner', t."createdAt" from "User" u
      join "Tenant" t on t.slug = split_part(split_part(u.email, '@', 2), '.', 1)`

const moves = `
  insert into "TenantMove" ("tenantId", "fromId", "toId", "fromAssignment", "toAssignment", "movedBy")
    select t.id, d.id, t."workspaceId", 'fallback', 'explicit', 'Ines Keller'
      from "Tenant" t, "Workspace" d where d.slug = 'default' and t.assignment = 'explicit' and t.environment = 'production'`

/** A third sends every day, some of them all they may; a tenth has programs that call, mostly a little at a time. */
const days = `
  insert into "Usage" ("tenantId", kind, period, used)
    select id, 'recipientsPerDay', to_char((now() at time zone 'utc') - d * interval '1 day', 'YYYY-MM-DD'),
           least(200, 20 + abs(hashtext(slug || d)) % 220)
      from "Tenant", generate_series(0, 7) d where abs(hashtext(slug)) % 3 = 0 and kind = 'customer'`
const hours = `
  insert into "Usage" ("tenantId", kind, period, used)
    select id, 'recipientsPerHour', to_char((now() at time zone 'utc') - h * interval '1 hour', 'YYYY-MM-DD"T"HH24'),
           (60 * power(abs(hashtext(slug || h)) % 1000 / 1000.0, 2))::int + 1
      from "Tenant", generate_series(0, 191) h
     where abs(hashtext(slug)) % 3 = 0 and kind = 'customer' and (h < 2 or abs(hashtext(slug || h)) % 4 = 0)`
const minutes = `
  insert into "Usage" ("tenantId", kind, period, used)
    select id, 'requestsPerMinute', to_char((now() at time zone 'utc') + (60 - m * 37) * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI'),
           (320 * power(abs(hashtext(slug || m)) % 1000 / 1000.0, 4))::int + 1
      from "Tenant", generate_series(0, 310) m where abs(hashtext(slug)) % 10 = 0 and kind = 'customer'`
