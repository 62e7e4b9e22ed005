-- CreateEnum
CREATE TYPE "PlatformRole" AS ENUM ('support', 'admin');

-- CreateEnum
CREATE TYPE "TenantRole" AS ENUM ('owner', 'member');

-- CreateEnum
CREATE TYPE "DomainState" AS ENUM ('provisioning', 'pending', 'verifying', 'ready', 'degraded', 'failed', 'deleting');

-- CreateEnum
CREATE TYPE "ReceivingState" AS ENUM ('off', 'pending', 'ready', 'lost');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('unknown', 'missing', 'mismatch', 'found');

-- CreateEnum
CREATE TYPE "SendState" AS ENUM ('claimed', 'accepted', 'unconfirmed', 'refused');

-- CreateEnum
CREATE TYPE "TenantKind" AS ENUM ('customer', 'platform');

-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('production', 'staging', 'development');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "platformRole" "PlatformRole",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "TenantRole" NOT NULL DEFAULT 'member',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "actorLabel" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Domain" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "mailFromLabel" TEXT NOT NULL DEFAULT 'send',
    "incarnation" UUID NOT NULL DEFAULT uuidv7(),
    "identityArn" TEXT,
    "dkimTokens" TEXT[],
    "signingHostedZone" TEXT,
    "mailFromSetAt" TIMESTAMPTZ(3),
    "associatedAt" TIMESTAMPTZ(3),
    "sesVerified" BOOLEAN NOT NULL DEFAULT false,
    "sesDkimStatus" TEXT,
    "sesMailFromStatus" TEXT,
    "sesCheckedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "problemDetail" TEXT,
    "problemAt" TIMESTAMPTZ(3),
    "state" "DomainState" NOT NULL DEFAULT 'provisioning',
    "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receiving" "ReceivingState" NOT NULL DEFAULT 'pending',
    "readyAt" TIMESTAMPTZ(3),
    "lostSince" TIMESTAMPTZ(3),
    "ownershipRequired" BOOLEAN NOT NULL DEFAULT false,
    "ownershipToken" TEXT NOT NULL,
    "ownershipProvenAt" TIMESTAMPTZ(3),
    "zone" TEXT,
    "nameServers" TEXT[],
    "displacedMx" TEXT[],
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "nextCheckAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "watchedUntil" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "deletingAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Domain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DomainRecord" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL DEFAULT 'unknown',
    "lastKnown" "Verdict" NOT NULL DEFAULT 'missing',
    "diagnosis" TEXT,
    "observed" TEXT[],
    "checkedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DomainRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DomainEvent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DomainEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NameHolder" (
    "name" TEXT NOT NULL,
    "tenantId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "provenAt" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NameHolder_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "NameHistory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "tenantId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NameHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Send" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "domainId" UUID,
    "domainName" TEXT NOT NULL,
    "userId" UUID,
    "idempotencyKey" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fromHeader" TEXT NOT NULL,
    "replyTo" TEXT,
    "identity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "SendState" NOT NULL DEFAULT 'claimed',
    "externalId" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Send_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tenant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TenantKind" NOT NULL DEFAULT 'customer',
    "workspaceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stream" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT 'main',
    "externalName" TEXT NOT NULL,
    "containerArn" TEXT,
    "provisionedAt" TIMESTAMPTZ(3),
    "sharedPathOf" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallBudget" (
    "key" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallBudget_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "environment" "Environment" NOT NULL DEFAULT 'production',
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_tenantId_id_key" ON "Membership"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_tenantId_userId_key" ON "Membership"("tenantId", "userId");

-- CreateIndex
CREATE INDEX "AuditEvent_tenantId_at_id_idx" ON "AuditEvent"("tenantId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_tenantId_id_key" ON "AuditEvent"("tenantId", "id");

-- CreateIndex
CREATE INDEX "Domain_nextCheckAt_idx" ON "Domain"("nextCheckAt");

-- CreateIndex
CREATE INDEX "Domain_tenantId_createdAt_id_idx" ON "Domain"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Domain_tenantId_id_key" ON "Domain"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Domain_tenantId_name_key" ON "Domain"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "DomainRecord_tenantId_id_key" ON "DomainRecord"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DomainRecord_tenantId_domainId_key_key" ON "DomainRecord"("tenantId", "domainId", "key");

-- CreateIndex
CREATE INDEX "DomainEvent_tenantId_domainId_at_idx" ON "DomainEvent"("tenantId", "domainId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "DomainEvent_tenantId_id_key" ON "DomainEvent"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "NameHolder_domainId_key" ON "NameHolder"("domainId");

-- CreateIndex
CREATE UNIQUE INDEX "NameHistory_name_tenantId_domainId_key" ON "NameHistory"("name", "tenantId", "domainId");

-- CreateIndex
CREATE INDEX "Send_tenantId_domainId_createdAt_idx" ON "Send"("tenantId", "domainId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Send_tenantId_id_key" ON "Send"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Send_tenantId_idempotencyKey_key" ON "Send"("tenantId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_slug_key" ON "Tenant"("slug");

-- CreateIndex
CREATE INDEX "Tenant_workspaceId_idx" ON "Tenant"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Stream_externalName_key" ON "Stream"("externalName");

-- CreateIndex
CREATE UNIQUE INDEX "Stream_tenantId_id_key" ON "Stream"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Stream_tenantId_name_key" ON "Stream"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Domain" ADD CONSTRAINT "Domain_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Domain" ADD CONSTRAINT "Domain_tenantId_streamId_fkey" FOREIGN KEY ("tenantId", "streamId") REFERENCES "Stream"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DomainRecord" ADD CONSTRAINT "DomainRecord_tenantId_domainId_fkey" FOREIGN KEY ("tenantId", "domainId") REFERENCES "Domain"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DomainEvent" ADD CONSTRAINT "DomainEvent_tenantId_domainId_fkey" FOREIGN KEY ("tenantId", "domainId") REFERENCES "Domain"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Send" ADD CONSTRAINT "Send_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Send" ADD CONSTRAINT "Send_tenantId_streamId_fkey" FOREIGN KEY ("tenantId", "streamId") REFERENCES "Stream"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stream" ADD CONSTRAINT "Stream_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rights and row-level security --------------------------------------------------------------------------------
-- Three roles: the owner (this script), letterhead_app (logs in, sees one tenant at a time) and
-- letterhead_platform (no login; entered by SET LOCAL ROLE for the few acts that cross tenants).

INSERT INTO "Workspace" ("slug", "name", "isDefault") VALUES ('default', 'Default workspace', true);
CREATE UNIQUE INDEX "Workspace_one_default" ON "Workspace" ("isDefault") WHERE "isDefault";

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;

GRANT USAGE ON SCHEMA public TO letterhead_app, letterhead_platform;
GRANT EXECUTE ON FUNCTION current_tenant() TO letterhead_app, letterhead_platform;

-- FORCE: the owner of a table would otherwise see all of it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Workspace', 'Tenant', 'User', 'Session', 'Membership', 'Stream', 'Domain', 'DomainRecord',
                           'DomainEvent', 'NameHolder', 'NameHistory', 'Send', 'CallBudget', 'AuditEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY platform ON %I TO letterhead_platform USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Membership', 'Stream', 'Domain', 'DomainRecord', 'DomainEvent', 'Send', 'AuditEvent'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO letterhead_app
                      USING ("tenantId" = current_tenant()) WITH CHECK ("tenantId" = current_tenant())', t);
  END LOOP;
END $$;

CREATE POLICY tenant ON "Tenant" FOR SELECT TO letterhead_app USING (id = current_tenant());
CREATE POLICY tenant ON "Workspace" FOR SELECT TO letterhead_app
  USING (id IN (SELECT "workspaceId" FROM "Tenant" WHERE "Tenant".id = current_tenant()));
-- One row for the whole account; it says nothing of any tenant.
CREATE POLICY everyone ON "CallBudget" TO letterhead_app USING (true) WITH CHECK (true);

GRANT SELECT ON "Workspace", "Tenant", "Membership" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE ON "Stream", "Send", "CallBudget" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Domain", "DomainRecord", "DomainEvent" TO letterhead_app;
-- Append-only: an act that was recorded cannot be unrecorded with the application's rights.
GRANT SELECT, INSERT ON "AuditEvent" TO letterhead_app;

GRANT SELECT, INSERT ON "Workspace", "Tenant" TO letterhead_platform;
GRANT SELECT, INSERT, UPDATE ON "User", "Membership", "NameHistory" TO letterhead_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Session", "NameHolder" TO letterhead_platform;
GRANT SELECT, UPDATE ON "Domain" TO letterhead_platform;
GRANT UPDATE ON "Tenant" TO letterhead_platform;
GRANT SELECT, DELETE ON "DomainRecord" TO letterhead_platform;
GRANT SELECT ON "Stream" TO letterhead_platform;
GRANT SELECT, UPDATE ON "Send" TO letterhead_platform;
