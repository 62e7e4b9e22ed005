-- Not for ever behind somebody else's long transaction, with everybody else behind this one: what failed may run again.
SET LOCAL lock_timeout = '5s';
-- Counted below, and from then on by triggers: nobody comes or goes between the two. First of all, as whoever adds a
-- row locks its own table before that of its tenant.
LOCK TABLE "Domain", "Membership" IN SHARE ROW EXCLUSIVE MODE;

-- CreateEnum
CREATE TYPE "ProvisionStepState" AS ENUM ('waiting', 'done', 'failed');

-- CreateEnum
CREATE TYPE "BatchKind" AS ENUM ('move', 'provision', 'undo');

-- CreateEnum
CREATE TYPE "BatchItemState" AS ENUM ('waiting', 'done', 'refused');

-- CreateEnum
CREATE TYPE "Plan" AS ENUM ('free', 'pro', 'enterprise');

-- CreateEnum
CREATE TYPE "Assignment" AS ENUM ('fallback', 'pattern', 'explicit');

-- DropForeignKey
ALTER TABLE "Tenant" DROP CONSTRAINT "Tenant_workspaceId_fkey";

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "assignment" "Assignment" NOT NULL DEFAULT 'fallback',
ADD COLUMN     "environment" "Environment" NOT NULL DEFAULT 'production',
ADD COLUMN     "localPart" TEXT NOT NULL DEFAULT 'agent',
ADD COLUMN     "plan" "Plan" NOT NULL DEFAULT 'free',
ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedFor" TEXT;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "domains" INTEGER,
ADD COLUMN     "members" INTEGER,
ADD COLUMN     "policyVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "recipientsPerDay" INTEGER,
ADD COLUMN     "recipientsPerHour" INTEGER,
ADD COLUMN     "requestsPerMinute" INTEGER;

-- CreateTable
CREATE TABLE "Provision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "clientId" TEXT NOT NULL,
    "tenantId" UUID NOT NULL,
    "request" TEXT NOT NULL,
    "startedBy" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisionStep" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "provisionId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" "ProvisionStepState" NOT NULL DEFAULT 'waiting',
    "waitsFor" TEXT,
    "madeId" UUID,
    "problem" TEXT,
    "because" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "brokeOffAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProvisionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Batch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "clientId" TEXT,
    "undoes" UUID,
    "kind" "BatchKind" NOT NULL,
    "label" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "startedBy" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "stopped" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchItem" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "batchId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "state" "BatchItemState" NOT NULL DEFAULT 'waiting',
    "label" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "BatchItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenantMove" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "fromAssignment" "Assignment" NOT NULL,
    "toAssignment" "Assignment" NOT NULL,
    "movedBy" TEXT NOT NULL,
    "batchId" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenantMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Usage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "used" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Usage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkspacePattern" (
    "environment" "Environment" NOT NULL,
    "pattern" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "WorkspacePattern_pkey" PRIMARY KEY ("environment","pattern")
);

-- CreateTable
CREATE TABLE "PolicyRevision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "changedById" TEXT,
    "changedBy" TEXT NOT NULL,
    "restoredFrom" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PolicyRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Provision_clientId_key" ON "Provision"("clientId");

-- CreateIndex
CREATE INDEX "Provision_tenantId_idx" ON "Provision"("tenantId");

-- CreateIndex
CREATE INDEX "ProvisionStep_tenantId_state_idx" ON "ProvisionStep"("tenantId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ProvisionStep_provisionId_seq_key" ON "ProvisionStep"("provisionId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_clientId_key" ON "Batch"("clientId");

-- CreateIndex
CREATE INDEX "Batch_createdAt_id_idx" ON "Batch"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Batch_undoes_idx" ON "Batch"("undoes");

-- CreateIndex
CREATE INDEX "BatchItem_batchId_state_tries_seq_idx" ON "BatchItem"("batchId", "state", "tries", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "BatchItem_batchId_seq_key" ON "BatchItem"("batchId", "seq");

-- CreateIndex
CREATE INDEX "TenantMove_tenantId_createdAt_id_idx" ON "TenantMove"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "TenantMove_batchId_idx" ON "TenantMove"("batchId");

-- CreateIndex
CREATE INDEX "TenantMove_fromId_idx" ON "TenantMove"("fromId");

-- CreateIndex
CREATE INDEX "TenantMove_toId_idx" ON "TenantMove"("toId");

-- CreateIndex
CREATE INDEX "Usage_kind_period_idx" ON "Usage"("kind", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Usage_tenantId_id_key" ON "Usage"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Usage_tenantId_kind_period_key" ON "Usage"("tenantId", "kind", "period");

-- CreateIndex
CREATE INDEX "WorkspacePattern_workspaceId_idx" ON "WorkspacePattern"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyRevision_workspaceId_version_key" ON "PolicyRevision"("workspaceId", "version");

-- CreateIndex
CREATE INDEX "Tenant_createdAt_id_idx" ON "Tenant"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Workspace_createdAt_id_idx" ON "Workspace"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_id_environment_key" ON "Workspace"("id", "environment");

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisionStep" ADD CONSTRAINT "ProvisionStep_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchItem" ADD CONSTRAINT "BatchItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_workspaceId_environment_fkey" FOREIGN KEY ("workspaceId", "environment") REFERENCES "Workspace"("id", "environment") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TenantMove" ADD CONSTRAINT "TenantMove_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenantMove" ADD CONSTRAINT "TenantMove_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenantMove" ADD CONSTRAINT "TenantMove_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Usage" ADD CONSTRAINT "Usage_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspacePattern" ADD CONSTRAINT "WorkspacePattern_workspaceId_environment_fkey" FOREIGN KEY ("workspaceId", "environment") REFERENCES "Workspace"("id", "environment") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PolicyRevision" ADD CONSTRAINT "PolicyRevision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SET ROLE letterhead_platform;
INSERT INTO "Workspace" ("slug", "name", "environment", "isDefault")
  VALUES ('staging', 'Staging', 'staging', false), ('development', 'Development', 'development', false)
  ON CONFLICT DO NOTHING;
RESET ROLE;
DROP INDEX "Workspace_one_default";
CREATE UNIQUE INDEX "Workspace_one_default" ON "Workspace" ("environment") WHERE "isDefault";
SET ROLE letterhead_platform;
UPDATE "Workspace" w SET "isDefault" = true WHERE slug IN ('staging', 'development') AND slug = environment::text;
RESET ROLE;

ALTER TABLE "Workspace"
  ADD CONSTRAINT "Workspace_default_is_open" CHECK (NOT ("isDefault" AND "archivedAt" IS NOT NULL)),
  ADD CONSTRAINT "Workspace_policy_is_positive" CHECK (
    "recipientsPerDay" >= 0 AND "recipientsPerHour" >= 0 AND "domains" >= 0 AND "members" >= 1 AND "requestsPerMinute" >= 1);
ALTER TABLE "Usage" ADD CONSTRAINT "Usage_is_not_negative" CHECK (used >= 0);
-- Who called more than so many times a minute: of a week of minutes, the editor of policies reads those above alone. Its
-- price: a number that stands in an index, if only of some rows, is never changed in place (no heap-only update).
CREATE INDEX "Usage_requests" ON "Usage" (used, period, "tenantId") WHERE kind = 'requestsPerMinute';
-- How many wait for the mail network: asked before each tenant that a file brings.
CREATE INDEX "Stream_waiting" ON "Stream" ("createdAt") WHERE "provisionedAt" IS NULL;

-- Rights and row-level security --------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['WorkspacePattern', 'PolicyRevision', 'TenantMove', 'Usage', 'Provision', 'ProvisionStep',
                           'Batch', 'BatchItem'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY platform ON %I TO letterhead_platform USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY tenant ON "Usage" TO letterhead_app
  USING ("tenantId" = current_tenant()) WITH CHECK ("tenantId" = current_tenant());

GRANT SELECT, INSERT, UPDATE ON "Usage" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Usage", "WorkspacePattern" TO letterhead_platform;
GRANT SELECT, INSERT, UPDATE ON "TenantMove", "Provision", "ProvisionStep", "Batch", "BatchItem" TO letterhead_platform;
GRANT SELECT, INSERT ON "PolicyRevision" TO letterhead_platform;
GRANT DELETE ON "Workspace", "Notice" TO letterhead_platform;
-- A provision tells the timeline what ran when its domain became ready; a claim that gave way is told that it begins anew.
GRANT SELECT, INSERT ON "DomainEvent" TO letterhead_platform;

-- What stands ----------------------------------------------------------------------------------------------------
-- Counted where rows come and go, whichever act did it: the number a limit is held against is true by construction.
-- As the platform role: no tenant's context is set where invitations are accepted.

CREATE FUNCTION count_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "Usage" ("tenantId", kind, period, used) VALUES (NEW."tenantId", TG_ARGV[0], 'always', 1)
      ON CONFLICT ("tenantId", kind, period) DO UPDATE SET used = "Usage".used + 1;
  ELSE
    -- A counter that drifted hinders nobody from deleting: the nightly check finds it, and sets it right.
    UPDATE "Usage" SET used = greatest(used - 1, 0) WHERE "tenantId" = OLD."tenantId" AND kind = TG_ARGV[0] AND period = 'always';
  END IF;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO letterhead_platform;
ALTER FUNCTION count_standing() OWNER TO letterhead_platform;
REVOKE CREATE ON SCHEMA public FROM letterhead_platform;
REVOKE ALL ON FUNCTION count_standing() FROM PUBLIC;

SET ROLE letterhead_platform;
INSERT INTO "Usage" ("tenantId", kind, period, used)
  SELECT "tenantId", 'domains', 'always', count(*) FROM "Domain" GROUP BY 1
  UNION ALL
  SELECT "tenantId", 'members', 'always', count(*) FROM "Membership" GROUP BY 1;
RESET ROLE;
CREATE TRIGGER count_standing AFTER INSERT OR DELETE ON "Domain"
  FOR EACH ROW EXECUTE FUNCTION count_standing('domains');
CREATE TRIGGER count_standing AFTER INSERT OR DELETE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION count_standing('members');

-- The time that windows of limits are cut from: a function of its own, so that a test can stand at midnight.
CREATE FUNCTION usage_time() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS $$ SELECT clock_timestamp() $$;
GRANT EXECUTE ON FUNCTION usage_time() TO letterhead_app, letterhead_platform;

-- What was so, and from when: the new facts ------------------------------------------------------------------------

DROP TRIGGER history ON "Workspace";
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Workspace"
  FOR EACH ROW EXECUTE FUNCTION record_history('slug', 'name', 'environment', 'isDefault', 'archivedAt',
    'recipientsPerDay', 'recipientsPerHour', 'domains', 'members', 'requestsPerMinute');
DROP TRIGGER history ON "Tenant";
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Tenant"
  FOR EACH ROW EXECUTE FUNCTION record_history('slug', 'name', 'workspaceId', 'plan', 'suspendedAt');

-- Whoever was here before part of this existed could have fifty domains: nobody loses by an upgrade. Under the new
-- trigger, so that it is known from now on.
SET ROLE letterhead_platform;
UPDATE "Tenant" SET "plan" = CASE kind WHEN 'platform' THEN 'enterprise'::"Plan" ELSE 'pro'::"Plan" END;
RESET ROLE;

-- Which key a secret is of: now also whether its tenant is suspended, and what its calls a minute are held to.
DROP FUNCTION key_by_secret(text, text);
CREATE FUNCTION standing_of(t "Tenant") RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'kind', t.kind, 'plan', t.plan, 'suspendedAt', t."suspendedAt",
                            'workspace', jsonb_build_object('requestsPerMinute', w."requestsPerMinute"))
    FROM "Workspace" w WHERE w.id = t."workspaceId"
$$;
CREATE FUNCTION key_by_secret(secret_hash text, acts_for text)
  RETURNS TABLE (id uuid, name text, scopes text[], "isPlatform" boolean, "domainId" uuid, tenant jsonb, "actsFor" jsonb,
                 "isStale" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT k.id, k.name, k.scopes, k."isPlatform", k."domainId", standing_of(t),
         CASE WHEN k."isPlatform" THEN
           (SELECT standing_of(a) FROM "Tenant" a WHERE a.slug = acts_for OR a.id::text = lower(acts_for))
         END,
         coalesce(k."lastUsedAt" < clock_timestamp() - interval '1 minute', true)
    FROM "KeySecret" s
    JOIN "ApiKey" k ON k."tenantId" = s."tenantId" AND k.id = s."keyId"
    JOIN "Tenant" t ON t.id = k."tenantId"
   WHERE s.hash = secret_hash AND (s."expiresAt" IS NULL OR s."expiresAt" > clock_timestamp())
     AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > clock_timestamp())
$$;
GRANT CREATE ON SCHEMA public TO letterhead_platform;
ALTER FUNCTION standing_of("Tenant") OWNER TO letterhead_platform;
ALTER FUNCTION key_by_secret(text, text) OWNER TO letterhead_platform;
REVOKE CREATE ON SCHEMA public FROM letterhead_platform;
REVOKE ALL ON FUNCTION standing_of("Tenant"), key_by_secret(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION key_by_secret(text, text) TO letterhead_app;
