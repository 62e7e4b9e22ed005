-- Numbers of transactions belong to a cluster: a database that was moved into a fresh one starts again at a few hundred.
-- What is added keeps those of the audit trail growing; `migrate deploy` raises it after such a move.
CREATE FUNCTION audit_epoch() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT 0::bigint $$;

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('web', 'cli');

-- CreateEnum
CREATE TYPE "DeviceAnswer" AS ENUM ('waiting', 'approved', 'denied');

-- CreateEnum
CREATE TYPE "InviteRole" AS ENUM ('owner', 'member', 'support', 'admin');

-- CreateEnum
CREATE TYPE "SystemMailState" AS ENUM ('waiting', 'claimed', 'sent', 'unconfirmed', 'refused', 'expired');

-- AlterTable
ALTER TABLE "AuditEvent" DROP COLUMN "after",
DROP COLUMN "before",
ADD COLUMN     "address" TEXT,
ADD COLUMN     "change" BYTEA,
ADD COLUMN     "credentialId" UUID,
ADD COLUMN     "credentialKind" TEXT,
ADD COLUMN     "result" TEXT NOT NULL DEFAULT 'done',
ADD COLUMN     "tx" BIGINT NOT NULL DEFAULT (audit_epoch() + ((pg_current_xact_id())::text)::bigint);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "address" TEXT,
ADD COLUMN     "kind" "SessionKind" NOT NULL DEFAULT 'web',
ADD COLUMN     "label" TEXT,
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "grants" "PlatformRole",
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeviceLogin" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "deviceHash" TEXT NOT NULL,
    "userHash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "address" TEXT,
    "userId" UUID,
    "answer" "DeviceAnswer" NOT NULL DEFAULT 'waiting',
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeviceLogin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "InviteRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID,
    "invitedBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportAccess" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupportAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "fromTx" BIGINT NOT NULL,
    "toTx" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CrossTenantAttempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "actorLabel" TEXT NOT NULL,
    "fromTenantId" UUID,
    "targetTenantId" UUID NOT NULL,
    "targetId" TEXT,
    "operation" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "credentialKind" TEXT,
    "credentialId" UUID,
    "address" TEXT,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CrossTenantAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "isPlatform" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "domainId" UUID,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastUsedFrom" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeySecret" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KeySecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataKey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "tat" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "IdempotentCall" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER,
    "answer" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdempotentCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SystemMail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "body" BYTEA,
    "state" "SystemMailState" NOT NULL DEFAULT 'waiting',
    "problem" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SystemMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "History" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "fact" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "History_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkspaceHistory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "fact" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkspaceHistory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_email_createdAt_idx" ON "SignInLink"("email", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceLogin_deviceHash_key" ON "DeviceLogin"("deviceHash");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceLogin_userHash_key" ON "DeviceLogin"("userHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_tokenHash_key" ON "Invite"("tokenHash");

-- CreateIndex
CREATE INDEX "Invite_tenantId_createdAt_id_idx" ON "Invite"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_tenantId_id_key" ON "Invite"("tenantId", "id");

-- CreateIndex
CREATE INDEX "SupportAccess_tenantId_createdAt_id_idx" ON "SupportAccess"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SupportAccess_userId_expiresAt_idx" ON "SupportAccess"("userId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SupportAccess_tenantId_id_key" ON "SupportAccess"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_tenantId_id_key" ON "AuditSeal"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_tenantId_seq_key" ON "AuditSeal"("tenantId", "seq");

-- CreateIndex
CREATE INDEX "CrossTenantAttempt_at_id_idx" ON "CrossTenantAttempt"("at", "id");

-- CreateIndex
CREATE INDEX "ApiKey_tenantId_createdAt_id_idx" ON "ApiKey"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_tenantId_id_key" ON "ApiKey"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "KeySecret_hash_key" ON "KeySecret"("hash");

-- CreateIndex
CREATE INDEX "KeySecret_tenantId_keyId_idx" ON "KeySecret"("tenantId", "keyId");

-- CreateIndex
CREATE UNIQUE INDEX "KeySecret_tenantId_id_key" ON "KeySecret"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DataKey_tenantId_id_key" ON "DataKey"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DataKey_tenantId_version_key" ON "DataKey"("tenantId", "version");

-- CreateIndex
CREATE INDEX "RateLimit_tat_idx" ON "RateLimit"("tat");

-- CreateIndex
CREATE INDEX "IdempotentCall_createdAt_idx" ON "IdempotentCall"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "IdempotentCall_tenantId_id_key" ON "IdempotentCall"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "IdempotentCall_tenantId_caller_key_key" ON "IdempotentCall"("tenantId", "caller", "key");

-- CreateIndex
CREATE INDEX "SystemMail_createdAt_idx" ON "SystemMail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SystemMail_tenantId_id_key" ON "SystemMail"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_tenantId_id_key" ON "Notice"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_tenantId_kind_period_key" ON "Notice"("tenantId", "kind", "period");

-- CreateIndex
CREATE INDEX "History_tenantId_subject_subjectId_at_idx" ON "History"("tenantId", "subject", "subjectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "History_tenantId_id_key" ON "History"("tenantId", "id");

-- CreateIndex
CREATE INDEX "WorkspaceHistory_workspaceId_at_idx" ON "WorkspaceHistory"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_tenantId_tx_id_idx" ON "AuditEvent"("tenantId", "tx", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_credentialId_action_subjectId_idx" ON "AuditEvent"("credentialId", "action", "subjectId");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportAccess" ADD CONSTRAINT "SupportAccess_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeySecret" ADD CONSTRAINT "KeySecret_tenantId_keyId_fkey" FOREIGN KEY ("tenantId", "keyId") REFERENCES "ApiKey"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataKey" ADD CONSTRAINT "DataKey_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotentCall" ADD CONSTRAINT "IdempotentCall_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SystemMail" ADD CONSTRAINT "SystemMail_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules the schema language cannot say -------------------------------------------------------------------------

-- There is one tenant of the platform itself; acts that belong to no customer are recorded there.
CREATE UNIQUE INDEX "Tenant_one_platform" ON "Tenant" ("kind") WHERE "kind" = 'platform';

-- One open invitation an address and tenant.
CREATE UNIQUE INDEX "Invite_one_open" ON "Invite" ("tenantId", "email")
  WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
SET ROLE letterhead_platform;
UPDATE "User" SET "email" = lower("email") WHERE "email" <> lower("email");
RESET ROLE;
ALTER TABLE "User" ADD CONSTRAINT "User_email_is_folded" CHECK ("email" = lower("email"));
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_email_is_folded" CHECK ("email" = lower("email"));

-- Rights and row-level security --------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Account', 'SignInLink', 'DeviceLogin', 'Invite', 'SupportAccess', 'ApiKey', 'KeySecret',
                           'DataKey', 'RateLimit', 'IdempotentCall', 'SystemMail', 'Notice', 'History',
                           'WorkspaceHistory', 'AuditSeal', 'CrossTenantAttempt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY platform ON %I TO letterhead_platform USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Invite', 'SupportAccess', 'ApiKey', 'KeySecret', 'DataKey', 'IdempotentCall', 'SystemMail',
                           'Notice', 'History', 'AuditSeal'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO letterhead_app
                      USING ("tenantId" = current_tenant()) WITH CHECK ("tenantId" = current_tenant())', t);
  END LOOP;
END $$;

-- Its keys are hashes: it says nothing of any tenant.
CREATE POLICY everyone ON "RateLimit" TO letterhead_app USING (true) WITH CHECK (true);
-- A tenant sees the people in it: their names and addresses, and nothing else of them.
CREATE POLICY tenant ON "User" FOR SELECT TO letterhead_app
  USING (id IN (SELECT "userId" FROM "Membership" WHERE "Membership"."tenantId" = current_tenant()));
GRANT SELECT (id, email, name) ON "User" TO letterhead_app;

GRANT UPDATE, DELETE ON "Membership" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE ON "Invite", "SupportAccess", "ApiKey", "KeySecret", "SystemMail" TO letterhead_app;
GRANT SELECT, INSERT ON "DataKey", "Notice" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "IdempotentCall", "RateLimit" TO letterhead_app;
GRANT SELECT ON "History", "AuditSeal" TO letterhead_app;

GRANT DELETE ON "Membership" TO letterhead_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Account", "SignInLink", "DeviceLogin", "Invite", "SupportAccess"
  TO letterhead_platform;
GRANT SELECT, INSERT, UPDATE ON "ApiKey", "KeySecret", "DataKey", "IdempotentCall", "SystemMail" TO letterhead_platform;
GRANT SELECT, DELETE ON "RateLimit", "IdempotentCall", "SystemMail" TO letterhead_platform;
GRANT SELECT, INSERT ON "Notice", "History", "WorkspaceHistory", "AuditEvent", "AuditSeal", "CrossTenantAttempt"
  TO letterhead_platform;
GRANT UPDATE ON "Workspace" TO letterhead_platform;
-- A new tenant and its stream are made together.
GRANT INSERT ON "Stream" TO letterhead_platform;

-- What was so, and from when ---------------------------------------------------------------------------------
-- As the platform role: the application has no right to write history, only to make it.

CREATE FUNCTION record_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  subject text := lower(TG_TABLE_NAME);
  fact jsonb;
  was jsonb;
  k text;
  here jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  any_row jsonb := coalesce(here, before);
BEGIN
  -- The trigger names the columns that are facts.
  FOREACH k IN ARRAY TG_ARGV LOOP
    IF here IS NOT NULL THEN fact := coalesce(fact, '{}'::jsonb) || jsonb_build_object(k, here -> k); END IF;
    IF before IS NOT NULL THEN was := coalesce(was, '{}'::jsonb) || jsonb_build_object(k, before -> k); END IF;
  END LOOP;
  IF fact IS NOT DISTINCT FROM was THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'Workspace' THEN
    INSERT INTO "WorkspaceHistory" ("workspaceId", fact) VALUES ((any_row ->> 'id')::uuid, fact);
  ELSE
    INSERT INTO "History" ("tenantId", subject, "subjectId", fact)
      VALUES ((any_row ->> (CASE WHEN TG_TABLE_NAME = 'Tenant' THEN 'id' ELSE 'tenantId' END))::uuid,
              subject, (any_row ->> 'id')::uuid, fact);
  END IF;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO letterhead_platform;
ALTER FUNCTION record_history() OWNER TO letterhead_platform;
REVOKE CREATE ON SCHEMA public FROM letterhead_platform;
REVOKE ALL ON FUNCTION record_history() FROM PUBLIC;

CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Workspace"
  FOR EACH ROW EXECUTE FUNCTION record_history('slug', 'name', 'environment', 'isDefault');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Tenant"
  FOR EACH ROW EXECUTE FUNCTION record_history('slug', 'name', 'workspaceId');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION record_history('userId', 'role');
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE OF name, state, receiving ON "Domain"
  FOR EACH ROW EXECUTE FUNCTION record_history('name', 'state', 'receiving');

-- What already exists, from when it was made. As the platform role: row-level security holds for the owner too.
SET ROLE letterhead_platform;
INSERT INTO "WorkspaceHistory" ("workspaceId", fact, at)
  SELECT id, jsonb_build_object('slug', slug, 'name', name, 'environment', environment, 'isDefault', "isDefault"), "createdAt"
    FROM "Workspace";
INSERT INTO "History" ("tenantId", subject, "subjectId", fact, at)
  SELECT id, 'tenant', id, jsonb_build_object('slug', slug, 'name', name, 'workspaceId', "workspaceId"), "createdAt"
    FROM "Tenant"
  UNION ALL
  SELECT "tenantId", 'membership', id, jsonb_build_object('userId', "userId", 'role', role), "createdAt" FROM "Membership"
  UNION ALL
  SELECT "tenantId", 'domain', id, jsonb_build_object('name', name, 'state', state, 'receiving', receiving), "createdAt"
    FROM "Domain";
INSERT INTO "Tenant" ("slug", "name", "kind", "workspaceId")
  SELECT 'letterhead', 'Letterhead', 'platform', id FROM "Workspace" WHERE "isDefault"
  ON CONFLICT DO NOTHING;
RESET ROLE;

-- Whose an id is: for telling an attempt on a neighbour's from a mistyped one. As the platform role, which alone may ask.
CREATE FUNCTION tenants_of(ids uuid[]) RETURNS TABLE (id uuid, "tenantId" uuid) LANGUAGE plpgsql STABLE
  SET search_path = public, pg_temp
AS $$
DECLARE t text;
BEGIN
  -- Every table of tenants, so that a new one is included by itself.
  FOR t IN SELECT c.relname FROM pg_class c
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenantId' AND NOT a.attisdropped
             JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id' AND NOT i.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
              AND has_table_privilege(c.oid, 'SELECT') LOOP
    RETURN QUERY EXECUTE format('SELECT x.id, x."tenantId" FROM %I x WHERE x.id = ANY ($1)', t) USING ids;
  END LOOP;
  RETURN QUERY SELECT x.id, x.id FROM "Tenant" x WHERE x.id = ANY (ids);
END $$;

-- Which key a secret is of, and for which tenant a key of the platform was told to act. Asked before anybody's tenant is
-- known, on every call of a program: a function of the platform role instead of a transaction in that role.
CREATE FUNCTION key_by_secret(secret_hash text, acts_for text)
  RETURNS TABLE (id uuid, name text, scopes text[], "isPlatform" boolean, "domainId" uuid, tenant jsonb, "actsFor" jsonb,
                 "isStale" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT k.id, k.name, k.scopes, k."isPlatform", k."domainId",
         jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name),
         CASE WHEN k."isPlatform" THEN
           (SELECT jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name) FROM "Tenant" a
             WHERE a.slug = acts_for OR a.id::text = lower(acts_for))
         END,
         coalesce(k."lastUsedAt" < clock_timestamp() - interval '1 minute', true)
    FROM "KeySecret" s
    JOIN "ApiKey" k ON k."tenantId" = s."tenantId" AND k.id = s."keyId"
    JOIN "Tenant" t ON t.id = k."tenantId"
   WHERE s.hash = secret_hash AND (s."expiresAt" IS NULL OR s."expiresAt" > clock_timestamp())
     AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > clock_timestamp())
$$;
GRANT CREATE ON SCHEMA public TO letterhead_platform;
ALTER FUNCTION key_by_secret(text, text) OWNER TO letterhead_platform;
REVOKE CREATE ON SCHEMA public FROM letterhead_platform;
REVOKE ALL ON FUNCTION key_by_secret(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION key_by_secret(text, text) TO letterhead_app;
