-- CreateEnum
CREATE TYPE "InboxKind" AS ENUM ('dedicated', 'shared', 'role');

-- CreateEnum
CREATE TYPE "InboxAddressKind" AS ENUM ('primary', 'tag', 'former', 'role');

-- CreateEnum
CREATE TYPE "MessageFolder" AS ENUM ('inbox', 'spam', 'quarantine', 'trash');

-- CreateEnum
CREATE TYPE "SpamSensitivity" AS ENUM ('off', 'low', 'medium', 'high');

-- AlterEnum
ALTER TYPE "BatchKind" ADD VALUE 'open_inboxes';

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "inboxId" UUID;

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "incarnation" UUID NOT NULL DEFAULT uuidv7();

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "allowedSenders" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "blockedSenders" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "blockedTypes" TEXT[] DEFAULT ARRAY['bat', 'cmd', 'com', 'cpl', 'exe', 'hta', 'jar', 'js', 'jse', 'lnk', 'msi', 'pif', 'ps1', 'scr', 'vbe', 'vbs', 'wsf']::TEXT[],
ADD COLUMN     "inboxRetentionDays" INTEGER,
ADD COLUMN     "inboxes" INTEGER,
ADD COLUMN     "messageBytes" INTEGER,
ADD COLUMN     "poolsFreeTenants" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "spamRetentionDays" INTEGER,
ADD COLUMN     "spamSensitivity" "SpamSensitivity" NOT NULL DEFAULT 'medium',
ADD COLUMN     "storageBytes" DOUBLE PRECISION,
ADD COLUMN     "supportSwitchesProtocols" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "trashRetentionDays" INTEGER;

-- CreateTable
CREATE TABLE "Inbox" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "kind" "InboxKind" NOT NULL DEFAULT 'dedicated',
    "name" TEXT,
    "address" TEXT NOT NULL,
    "clientId" TEXT,
    "request" TEXT,
    "incarnation" UUID NOT NULL DEFAULT uuidv7(),
    "suspendedAt" TIMESTAMPTZ(3),
    "suspendedFor" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "protocolAccess" BOOLEAN NOT NULL DEFAULT false,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxAddress" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "kind" "InboxAddressKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InboxAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "isFirst" BOOLEAN NOT NULL DEFAULT false,
    "incarnation" UUID NOT NULL DEFAULT uuidv7(),
    "suspendedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GrantToken" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "incarnation" UUID NOT NULL,
    "tenantIncarnation" UUID NOT NULL,
    "keyId" UUID,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "agentSession" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrantToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxCount" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "folder" "MessageFolder" NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "unread" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "InboxCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RawMessage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RawMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObjectRemoval" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ObjectRemoval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObjectSweep" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "day" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ObjectSweep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadRef" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "threadId" UUID NOT NULL,

    CONSTRAINT "ThreadRef_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "rawId" UUID NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "folder" "MessageFolder" NOT NULL DEFAULT 'inbox',
    "label" TEXT,
    "waits" JSONB,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "envelopeFrom" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "fromName" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "snippet" TEXT NOT NULL,
    "people" JSONB NOT NULL,
    "messageId" TEXT,
    "size" INTEGER NOT NULL,
    "attachments" JSONB NOT NULL,
    "hasFiles" BOOLEAN NOT NULL DEFAULT false,
    "verdicts" JSONB NOT NULL,
    "markers" TEXT[],
    "reasons" JSONB NOT NULL,
    "spamScore" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageText" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "MessageText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailRefusal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "inboxId" UUID,
    "recipient" TEXT NOT NULL,
    "envelopeFrom" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "why" TEXT,
    "messageId" TEXT,
    "fromAddress" TEXT,
    "subject" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailRefusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundNotification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "externalId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "turnOf" TEXT NOT NULL DEFAULT 'nobody',
    "turn" INTEGER NOT NULL DEFAULT 0,
    "deliveryId" TEXT,
    "recipients" TEXT[],

    CONSTRAINT "InboundNotification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationRefusal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NotificationRefusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrayMail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reason" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "envelopeFrom" TEXT NOT NULL,
    "fromHeader" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "messageId" TEXT,
    "key" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrayMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnkeptMail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UnkeptMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetentionTally" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tenantId" UUID NOT NULL,
    "night" TEXT NOT NULL,
    "inbox" INTEGER NOT NULL DEFAULT 0,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "quarantine" INTEGER NOT NULL DEFAULT 0,
    "trash" INTEGER NOT NULL DEFAULT 0,
    "freed" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "RetentionTally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Domain_name_idx" ON "Domain"("name");

-- CreateIndex
CREATE INDEX "Inbox_tenantId_createdAt_id_idx" ON "Inbox"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Inbox_address_idx" ON "Inbox"("address");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_tenantId_id_key" ON "Inbox"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_tenantId_clientId_key" ON "Inbox"("tenantId", "clientId");

-- CreateIndex
CREATE INDEX "InboxAddress_address_idx" ON "InboxAddress"("address");

-- CreateIndex
CREATE INDEX "InboxAddress_tenantId_inboxId_idx" ON "InboxAddress"("tenantId", "inboxId");

-- CreateIndex
CREATE UNIQUE INDEX "InboxAddress_tenantId_id_key" ON "InboxAddress"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboxAddress_tenantId_address_key" ON "InboxAddress"("tenantId", "address");

-- CreateIndex
CREATE INDEX "Grant_tenantId_inboxId_createdAt_id_idx" ON "Grant"("tenantId", "inboxId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_tenantId_id_key" ON "Grant"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GrantToken_hash_key" ON "GrantToken"("hash");

-- CreateIndex
CREATE INDEX "GrantToken_tenantId_grantId_idx" ON "GrantToken"("tenantId", "grantId");

-- CreateIndex
CREATE INDEX "GrantToken_expiresAt_idx" ON "GrantToken"("expiresAt");

-- CreateIndex
CREATE INDEX "GrantToken_keyId_idx" ON "GrantToken"("keyId");

-- CreateIndex
CREATE UNIQUE INDEX "GrantToken_tenantId_id_key" ON "GrantToken"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboxCount_tenantId_id_key" ON "InboxCount"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboxCount_tenantId_inboxId_folder_key" ON "InboxCount"("tenantId", "inboxId", "folder");

-- CreateIndex
CREATE UNIQUE INDEX "RawMessage_key_key" ON "RawMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "RawMessage_tenantId_id_key" ON "RawMessage"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ObjectRemoval_createdAt_idx" ON "ObjectRemoval"("createdAt");

-- CreateIndex
CREATE INDEX "Thread_tenantId_inboxId_idx" ON "Thread"("tenantId", "inboxId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_tenantId_id_key" ON "Thread"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ThreadRef_tenantId_threadId_idx" ON "ThreadRef"("tenantId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadRef_tenantId_id_key" ON "ThreadRef"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadRef_tenantId_inboxId_ref_key" ON "ThreadRef"("tenantId", "inboxId", "ref");

-- CreateIndex
CREATE INDEX "Message_tenantId_inboxId_folder_receivedAt_id_idx" ON "Message"("tenantId", "inboxId", "folder", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Message_tenantId_folder_receivedAt_id_idx" ON "Message"("tenantId", "folder", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Message_tenantId_threadId_receivedAt_idx" ON "Message"("tenantId", "threadId", "receivedAt");

-- CreateIndex
CREATE INDEX "Message_tenantId_rawId_idx" ON "Message"("tenantId", "rawId");

-- CreateIndex
CREATE INDEX "Message_recipient_receivedAt_idx" ON "Message"("recipient", "receivedAt");

-- CreateIndex
CREATE INDEX "Message_fromAddress_receivedAt_idx" ON "Message"("fromAddress", "receivedAt");

-- CreateIndex
CREATE INDEX "Message_messageId_idx" ON "Message"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_id_key" ON "Message"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_inboxId_deliveryId_key" ON "Message"("tenantId", "inboxId", "deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "MessageText_tenantId_id_key" ON "MessageText"("tenantId", "id");

-- CreateIndex
CREATE INDEX "MailRefusal_recipient_at_idx" ON "MailRefusal"("recipient", "at");

-- CreateIndex
CREATE INDEX "MailRefusal_envelopeFrom_at_idx" ON "MailRefusal"("envelopeFrom", "at");

-- CreateIndex
CREATE INDEX "MailRefusal_fromAddress_at_idx" ON "MailRefusal"("fromAddress", "at");

-- CreateIndex
CREATE INDEX "MailRefusal_messageId_idx" ON "MailRefusal"("messageId");

-- CreateIndex
CREATE INDEX "MailRefusal_inboxId_at_idx" ON "MailRefusal"("inboxId", "at");

-- CreateIndex
CREATE INDEX "MailRefusal_at_idx" ON "MailRefusal"("at");

-- CreateIndex
CREATE INDEX "MailRefusal_tenantId_at_id_idx" ON "MailRefusal"("tenantId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MailRefusal_tenantId_id_key" ON "MailRefusal"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboundNotification_externalId_key" ON "InboundNotification"("externalId");

-- CreateIndex
CREATE INDEX "InboundNotification_processedAt_receivedAt_idx" ON "InboundNotification"("processedAt", "receivedAt");

-- CreateIndex
CREATE INDEX "InboundNotification_topic_receivedAt_idx" ON "InboundNotification"("topic", "receivedAt");

-- CreateIndex
CREATE INDEX "InboundNotification_deliveryId_idx" ON "InboundNotification"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "NotificationRefusal_day_reason_key" ON "NotificationRefusal"("day", "reason");

-- CreateIndex
CREATE UNIQUE INDEX "StrayMail_key_key" ON "StrayMail"("key");

-- CreateIndex
CREATE INDEX "StrayMail_receivedAt_id_idx" ON "StrayMail"("receivedAt", "id");

-- CreateIndex
CREATE INDEX "StrayMail_recipient_receivedAt_idx" ON "StrayMail"("recipient", "receivedAt");

-- CreateIndex
CREATE INDEX "StrayMail_envelopeFrom_receivedAt_idx" ON "StrayMail"("envelopeFrom", "receivedAt");

-- CreateIndex
CREATE INDEX "StrayMail_messageId_idx" ON "StrayMail"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "StrayMail_deliveryId_recipient_key" ON "StrayMail"("deliveryId", "recipient");

-- CreateIndex
CREATE INDEX "StrayMail_size_idx" ON "StrayMail"("size");

-- CreateIndex
CREATE UNIQUE INDEX "UnkeptMail_day_kind_key" ON "UnkeptMail"("day", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "RetentionTally_tenantId_night_key" ON "RetentionTally"("tenantId", "night");

-- AddForeignKey
ALTER TABLE "RetentionTally" ADD CONSTRAINT "RetentionTally_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inbox" ADD CONSTRAINT "Inbox_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxAddress" ADD CONSTRAINT "InboxAddress_tenantId_inboxId_fkey" FOREIGN KEY ("tenantId", "inboxId") REFERENCES "Inbox"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_tenantId_inboxId_fkey" FOREIGN KEY ("tenantId", "inboxId") REFERENCES "Inbox"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrantToken" ADD CONSTRAINT "GrantToken_tenantId_grantId_fkey" FOREIGN KEY ("tenantId", "grantId") REFERENCES "Grant"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxCount" ADD CONSTRAINT "InboxCount_tenantId_inboxId_fkey" FOREIGN KEY ("tenantId", "inboxId") REFERENCES "Inbox"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawMessage" ADD CONSTRAINT "RawMessage_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_tenantId_inboxId_fkey" FOREIGN KEY ("tenantId", "inboxId") REFERENCES "Inbox"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRef" ADD CONSTRAINT "ThreadRef_tenantId_threadId_fkey" FOREIGN KEY ("tenantId", "threadId") REFERENCES "Thread"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_tenantId_inboxId_fkey" FOREIGN KEY ("tenantId", "inboxId") REFERENCES "Inbox"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_tenantId_threadId_fkey" FOREIGN KEY ("tenantId", "threadId") REFERENCES "Thread"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_tenantId_rawId_fkey" FOREIGN KEY ("tenantId", "rawId") REFERENCES "RawMessage"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageText" ADD CONSTRAINT "MessageText_tenantId_id_fkey" FOREIGN KEY ("tenantId", "id") REFERENCES "Message"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailRefusal" ADD CONSTRAINT "MailRefusal_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules the schema language cannot say -------------------------------------------------------------------------

ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_mail_policy_is_positive" CHECK (
  "inboxes" >= 0 AND "storageBytes" >= 0 AND "messageBytes" >= 1 AND "inboxRetentionDays" >= 1 AND "spamRetentionDays" >= 1
  AND "trashRetentionDays" >= 1);
-- One role inbox a tenant and domain, one shared inbox a tenant.
CREATE UNIQUE INDEX "Inbox_one_role" ON "Inbox" ("tenantId", "address") WHERE "kind" = 'role' AND "closedAt" IS NULL;
CREATE UNIQUE INDEX "Inbox_one_shared" ON "Inbox" ("tenantId") WHERE "kind" = 'shared' AND "closedAt" IS NULL;
CREATE UNIQUE INDEX "Grant_one_first" ON "Grant" ("tenantId", "inboxId") WHERE "isFirst";
-- Those that stand on an inbox, fifty at most, among however many were revoked.
CREATE INDEX "Grant_standing" ON "Grant" ("tenantId", "inboxId") WHERE "revokedAt" IS NULL;
CREATE INDEX "Message_unread" ON "Message" ("tenantId", "inboxId", "folder", "receivedAt", "id") WHERE "readAt" IS NULL;
CREATE INDEX "Message_labelled" ON "Message" ("tenantId", "inboxId", "folder", lower("label"), "receivedAt", "id") WHERE "label" IS NOT NULL;
-- What retention walks: oldest first by when it was put there, where that is what counts.
CREATE INDEX "Message_filed" ON "Message" ("tenantId", "folder", "filedAt", "id") WHERE "folder" <> 'inbox' AND "waits" IS NULL;
-- What waits for the end of a suspension, in the order it came.
CREATE INDEX "Message_waiting" ON "Message" ("tenantId", "inboxId", "id") WHERE "waits" IS NOT NULL;
ALTER TABLE "Message" ADD CONSTRAINT "Message_waits_in_quarantine" CHECK ("waits" IS NULL OR "folder" = 'quarantine');
-- Most letters come in an envelope of their own sender, by which they are found already.
CREATE INDEX "Message_envelopeFrom" ON "Message" ("envelopeFrom", "receivedAt") WHERE "envelopeFrom" <> "fromAddress";
CREATE INDEX "MessageText_words" ON "MessageText" USING gin ("words");
-- The last turn that was given out, asked for with each notification that comes.
CREATE INDEX "InboundNotification_turns" ON "InboundNotification" ("turnOf", "turn") WHERE "processedAt" IS NULL AND "problem" IS NULL;
-- What is held without room is summed with each that comes; its bound keeps this small.
CREATE INDEX "RawMessage_held" ON "RawMessage" ("tenantId") INCLUDE ("size") WHERE NOT "counted";
-- What came to a tenant since a day, and all that counts of it, summed without a look at the rows.
CREATE INDEX "RawMessage_counted" ON "RawMessage" ("tenantId", "createdAt") INCLUDE ("size") WHERE "counted";
ALTER TABLE "ObjectSweep" ADD CONSTRAINT "ObjectSweep_is_one" CHECK (id = 1);
-- Nothing was put before there were tables for it; the day before, as clocks differ.
INSERT INTO "ObjectSweep" (day) VALUES (to_char(now() at time zone 'utc' - interval '1 day', 'YYYY-MM-DD'));
ALTER TABLE "RawMessage" ADD CONSTRAINT "RawMessage_size" CHECK (size >= 0);

-- Rights and row-level security --------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Inbox', 'InboxAddress', 'Grant', 'GrantToken', 'InboxCount', 'RawMessage', 'ObjectRemoval', 'Thread',
                           'ThreadRef', 'Message', 'MessageText', 'MailRefusal', 'InboundNotification',
                           'NotificationRefusal', 'StrayMail', 'UnkeptMail', 'RetentionTally', 'ObjectSweep'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY platform ON %I TO letterhead_platform USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO letterhead_platform', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Inbox', 'InboxAddress', 'Grant', 'GrantToken', 'InboxCount', 'RawMessage', 'Thread', 'ThreadRef',
                           'Message', 'MessageText', 'MailRefusal'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I TO letterhead_app
                      USING ("tenantId" = current_tenant()) WITH CHECK ("tenantId" = current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "Inbox", "InboxAddress", "Grant", "GrantToken", "RawMessage", "MailRefusal" TO letterhead_app;
GRANT DELETE ON "InboxAddress", "GrantToken" TO letterhead_app;
GRANT SELECT ON "InboxCount" TO letterhead_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Thread", "ThreadRef", "Message", "MessageText" TO letterhead_app;

-- What stands ----------------------------------------------------------------------------------------------------
-- All of these as the platform role, as the other counters are: what is counted is true by construction.

-- Inboxes: those that somebody opened and nobody has closed.
CREATE FUNCTION count_inboxes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  was int := CASE WHEN TG_OP <> 'INSERT' AND OLD."closedAt" IS NULL AND OLD.kind <> 'role' THEN 1 ELSE 0 END;
  now int := CASE WHEN TG_OP <> 'DELETE' AND NEW."closedAt" IS NULL AND NEW.kind <> 'role' THEN 1 ELSE 0 END;
BEGIN
  IF now <> was THEN
    INSERT INTO "Usage" ("tenantId", kind, period, used) VALUES (coalesce(NEW."tenantId", OLD."tenantId"), 'inboxes', 'always', greatest(now - was, 0))
      ON CONFLICT ("tenantId", kind, period) DO UPDATE SET used = greatest("Usage".used + now - was, 0);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_inboxes AFTER INSERT OR DELETE OR UPDATE OF "closedAt", kind ON "Inbox"
  FOR EACH ROW EXECUTE FUNCTION count_inboxes();

-- Storage: the bytes of raw messages that count. A row that is gone leaves its object to be removed.
CREATE FUNCTION count_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  was bigint := CASE WHEN TG_OP <> 'INSERT' AND OLD.counted THEN OLD.size ELSE 0 END;
  now bigint := CASE WHEN TG_OP <> 'DELETE' AND NEW.counted THEN NEW.size ELSE 0 END;
BEGIN
  IF now <> was THEN
    INSERT INTO "Usage" ("tenantId", kind, period, used) VALUES (coalesce(NEW."tenantId", OLD."tenantId"), 'storageBytes', 'always', greatest(now - was, 0))
      ON CONFLICT ("tenantId", kind, period) DO UPDATE SET used = greatest("Usage".used + now - was, 0);
  END IF;
  IF TG_OP = 'DELETE' THEN INSERT INTO "ObjectRemoval" (key) VALUES (OLD.key); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_storage AFTER INSERT OR DELETE OR UPDATE OF counted ON "RawMessage"
  FOR EACH ROW EXECUTE FUNCTION count_storage();

CREATE FUNCTION remove_object() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN INSERT INTO "ObjectRemoval" (key) VALUES (OLD.key); RETURN NULL; END $$;
CREATE TRIGGER remove_object AFTER DELETE ON "StrayMail" FOR EACH ROW EXECUTE FUNCTION remove_object();

-- Folders: totals and unread, counted a statement at a time, whatever number of rows it touched. What no message stands on
-- any more goes with the last: raw messages (with their object, see above) and threads.
CREATE FUNCTION count_message_inserts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "InboxCount" AS c ("tenantId", "inboxId", folder, total, unread)
    SELECT "tenantId", "inboxId", folder, count(*), count(*) FILTER (WHERE "readAt" IS NULL) FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("tenantId", "inboxId", folder) DO UPDATE SET total = c.total + excluded.total, unread = c.unread + excluded.unread;
  RETURN NULL;
END $$;
CREATE FUNCTION count_message_updates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "InboxCount" AS c ("tenantId", "inboxId", folder, total, unread)
    SELECT "tenantId", "inboxId", folder, sum(n), sum(u) FROM (
      SELECT "tenantId", "inboxId", folder, 1 AS n, CASE WHEN "readAt" IS NULL THEN 1 ELSE 0 END AS u FROM new_rows
      UNION ALL
      SELECT "tenantId", "inboxId", folder, -1, CASE WHEN "readAt" IS NULL THEN -1 ELSE 0 END FROM old_rows) change
     GROUP BY 1, 2, 3 HAVING sum(n) <> 0 OR sum(u) <> 0 ORDER BY 1, 2, 3
    ON CONFLICT ("tenantId", "inboxId", folder) DO UPDATE SET total = c.total + excluded.total, unread = c.unread + excluded.unread;
  RETURN NULL;
END $$;
CREATE FUNCTION count_message_deletes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  -- Two that delete one of the last two messages each would both see the other's: who comes second waits here, and looks again.
  PERFORM 1 FROM "RawMessage" r WHERE (r."tenantId", r.id) IN (SELECT "tenantId", "rawId" FROM old_rows) ORDER BY r.id FOR UPDATE;
  PERFORM 1 FROM "Thread" t WHERE (t."tenantId", t.id) IN (SELECT "tenantId", "threadId" FROM old_rows) ORDER BY t.id FOR UPDATE;
  INSERT INTO "InboxCount" AS c ("tenantId", "inboxId", folder, total, unread)
    SELECT "tenantId", "inboxId", folder, -count(*), -count(*) FILTER (WHERE "readAt" IS NULL) FROM old_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("tenantId", "inboxId", folder) DO UPDATE SET total = c.total + excluded.total, unread = c.unread + excluded.unread;
  DELETE FROM "RawMessage" r USING (SELECT DISTINCT "tenantId", "rawId" FROM old_rows) d
   WHERE r."tenantId" = d."tenantId" AND r.id = d."rawId"
     AND NOT EXISTS (SELECT FROM "Message" m WHERE m."tenantId" = d."tenantId" AND m."rawId" = d."rawId");
  DELETE FROM "Thread" t USING (SELECT DISTINCT "tenantId", "threadId" FROM old_rows) d
   WHERE t."tenantId" = d."tenantId" AND t.id = d."threadId"
     AND NOT EXISTS (SELECT FROM "Message" m WHERE m."tenantId" = d."tenantId" AND m."threadId" = d."threadId");
  RETURN NULL;
END $$;
CREATE TRIGGER count_message_inserts AFTER INSERT ON "Message" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_message_inserts();
CREATE TRIGGER count_message_updates AFTER UPDATE ON "Message" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_message_updates();
CREATE TRIGGER count_message_deletes AFTER DELETE ON "Message" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_message_deletes();

-- Before anybody's tenant is known ---------------------------------------------------------------------------------

-- Whose a domain that receives is. One that lost its record still takes what servers with an older answer bring, as long as
-- nobody else receives for the name.
CREATE FUNCTION receiver_of(mail_domain text) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT d."tenantId" FROM "Domain" d WHERE d.name = mail_domain AND d."deletingAt" IS NULL
     AND (d.receiving = 'ready' OR d.receiving = 'lost' AND NOT EXISTS (
           SELECT FROM "Domain" o WHERE o.name = mail_domain AND o.receiving = 'ready'))
$$;

-- Where an address leads: the inbox that it delivers into, of the tenant that its domain receives for. `ours` says that the
-- domain lies below the platform's own, where addresses work without anything to publish.
CREATE FUNCTION route_address(address text, mail_domain text, ours boolean)
  RETURNS TABLE ("tenantId" uuid, "inboxId" uuid, kind "InboxKind", "closedAt" timestamptz, "isSuspended" boolean, "isTenantSuspended" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT i."tenantId", i.id, i.kind, i."closedAt", i."suspendedAt" IS NOT NULL, t.kind = 'customer' AND t."suspendedAt" IS NOT NULL
    FROM "InboxAddress" a
    JOIN "Inbox" i ON i."tenantId" = a."tenantId" AND i.id = a."inboxId"
    JOIN "Tenant" t ON t.id = a."tenantId"
   WHERE a.address = route_address.address AND i."closedAt" IS NULL
     AND (ours OR i."tenantId" IN (SELECT r."tenantId" FROM receiver_of(mail_domain) r))
$$;

-- The grant that a token was minted from, while all stand that it came from: grant and tenant of the same incarnation, neither
-- suspended nor revoked, the inbox open, the key live that minted it. Asked before every call of an agent.
CREATE FUNCTION grant_by_token(token_hash text)
  RETURNS TABLE (id uuid, "grantId" uuid, "grantName" text, "inboxId" uuid, address text, scopes text[], "agentSession" text,
                 "expiresAt" timestamptz, tenant jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT k.id, g.id, g.name, i.id, i.address, k.scopes, k."agentSession", k."expiresAt", standing_of(t)
    FROM "GrantToken" k
    JOIN "Grant" g ON g."tenantId" = k."tenantId" AND g.id = k."grantId" AND g.incarnation = k.incarnation
    JOIN "Inbox" i ON i."tenantId" = g."tenantId" AND i.id = g."inboxId"
    JOIN "Tenant" t ON t.id = k."tenantId" AND t.incarnation = k."tenantIncarnation"
   WHERE k.hash = token_hash AND k."expiresAt" > clock_timestamp()
     AND g."suspendedAt" IS NULL AND g."revokedAt" IS NULL AND i."closedAt" IS NULL AND i."suspendedAt" IS NULL
     AND NOT (t.kind = 'customer' AND t."suspendedAt" IS NOT NULL)
     AND (k."keyId" IS NULL OR EXISTS (
           SELECT FROM "ApiKey" a WHERE a.id = k."keyId" AND a."revokedAt" IS NULL
              AND (a."expiresAt" IS NULL OR a."expiresAt" > clock_timestamp())))
$$;

-- Which key a secret is of: now also which inbox it is bound to.
DROP FUNCTION key_by_secret(text, text);
CREATE FUNCTION key_by_secret(secret_hash text, acts_for text)
  RETURNS TABLE (id uuid, name text, scopes text[], "isPlatform" boolean, "domainId" uuid, "inboxId" uuid, tenant jsonb, "actsFor" jsonb,
                 "isStale" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT k.id, k.name, k.scopes, k."isPlatform", k."domainId", k."inboxId", standing_of(t),
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

-- Full text: its operator is not leakproof, so that under row-level security the index would never be asked. Bound to the
-- tenant of the transaction: its inbox that is asked for, or else the tenant itself, is a word of each message as well, so that
-- what a neighbour has is never visited. `most` bounds the work: whoever gets that many back walks the list by time instead.
-- Planned for the words at hand, and never by reading the whole table; the tenant is looked at behind a fence, as of a large
-- one its own index has more than any word.
CREATE FUNCTION search_words(query tsquery, inbox uuid, most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT w.id FROM (SELECT t.id, t."tenantId" FROM "MessageText" t WHERE t.words @@ $1 OFFSET 0) w
      WHERE w."tenantId" = current_tenant() LIMIT $2'
    USING query && quote_literal(coalesce('inbox:' || inbox, 'tenant:' || current_tenant()))::tsquery, most;
END $$;

-- Lists of messages, newest first, for the same reason: to compare an enum is not leakproof either, so that no index that
-- begins with inbox and folder would be read in its order. Bound to the tenant of the transaction; each folder is read along
-- such an index, so that a page costs what it shows and not what is there. Across inboxes no index has what is unread by
-- time: there the counters say which inboxes to ask.
CREATE FUNCTION newest_messages(inbox uuid, folders "MessageFolder"[], unread boolean, label text, before timestamptz,
                                since timestamptz, older_at timestamptz, older_id uuid, most int)
  RETURNS TABLE (id uuid, "receivedAt" timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp
AS $$
DECLARE
  place "MessageFolder";
  asked text := concat(
    CASE WHEN inbox IS NOT NULL THEN ' AND m."inboxId" = $1' END,
    CASE WHEN unread THEN ' AND m."readAt" IS NULL' END,
    CASE WHEN label IS NOT NULL THEN ' AND m.label IS NOT NULL AND lower(m.label) = lower($2)' END,
    CASE WHEN before IS NOT NULL THEN ' AND m."receivedAt" < $3' END,
    CASE WHEN since IS NOT NULL THEN ' AND m."receivedAt" >= $4' END,
    CASE WHEN older_at IS NOT NULL THEN ' AND (m."receivedAt", m.id) < ($5, $6)' END,
    -- The folder is one and the same; named here, the index is known to be in this order although the comparison leaks.
    ' ORDER BY m.folder DESC, m."receivedAt" DESC, m.id DESC LIMIT $7');
  parts text[] := '{}';
BEGIN
  FOREACH place IN ARRAY folders LOOP
    parts := parts || CASE WHEN unread AND inbox IS NULL THEN
      format('(SELECT x.* FROM "InboxCount" c CROSS JOIN LATERAL (SELECT m.id, m."receivedAt" FROM "Message" m
                WHERE m."tenantId" = current_tenant() AND m."inboxId" = c."inboxId" AND m.folder = %1$L%2$s) x
               WHERE c."tenantId" = current_tenant() AND c.folder = %1$L AND c.unread > 0)', place, asked)
    ELSE
      format('(SELECT m.id, m."receivedAt" FROM "Message" m WHERE m."tenantId" = current_tenant() AND m.folder = %1$L%2$s)', place, asked)
    END;
  END LOOP;
  RETURN QUERY EXECUTE
    'SELECT u.id, u."receivedAt" FROM (' || array_to_string(parts, ' UNION ALL ') || ') u ORDER BY u."receivedAt" DESC, u.id DESC LIMIT $7'
    USING inbox, label, before, since, older_at, older_id, most;
END $$;

GRANT CREATE ON SCHEMA public TO letterhead_platform;
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['count_inboxes()', 'count_storage()', 'remove_object()', 'count_message_inserts()', 'count_message_updates()',
    'count_message_deletes()', 'route_address(text, text, boolean)', 'receiver_of(text)', 'grant_by_token(text)',
    'key_by_secret(text, text)', 'search_words(tsquery, uuid, int)',
    'newest_messages(uuid, "MessageFolder"[], boolean, text, timestamptz, timestamptz, timestamptz, uuid, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO letterhead_platform', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM letterhead_platform;
GRANT EXECUTE ON FUNCTION route_address(text, text, boolean), receiver_of(text), grant_by_token(text), key_by_secret(text, text),
  search_words(tsquery, uuid, int),
  newest_messages(uuid, "MessageFolder"[], boolean, text, timestamptz, timestamptz, timestamptz, uuid, int) TO letterhead_app;

-- What was so, and from when: the new facts ------------------------------------------------------------------------

DROP TRIGGER history ON "Workspace";
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON "Workspace"
  FOR EACH ROW EXECUTE FUNCTION record_history('slug', 'name', 'environment', 'isDefault', 'archivedAt',
    'recipientsPerDay', 'recipientsPerHour', 'domains', 'members', 'requestsPerMinute', 'inboxes', 'storageBytes', 'messageBytes',
    'inboxRetentionDays', 'spamRetentionDays', 'trashRetentionDays', 'spamSensitivity', 'blockedTypes', 'allowedSenders',
    'blockedSenders', 'rules', 'poolsFreeTenants', 'supportSwitchesProtocols');
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE OF address, kind, "suspendedAt", "closedAt", "protocolAccess" ON "Inbox"
  FOR EACH ROW EXECUTE FUNCTION record_history('address', 'kind', 'suspendedAt', 'closedAt', 'protocolAccess');
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE OF "suspendedAt", "revokedAt" ON "Grant"
  FOR EACH ROW EXECUTE FUNCTION record_history('inboxId', 'name', 'suspendedAt', 'revokedAt');
