/** Each drawn message as a row. */
export const messages = `
  insert into "Message" (id, "tenantId", "inboxId", "threadId", "rawId", "deliveryId", folder, "receivedAt", "filedAt", "readAt",
                         "envelopeFrom", recipient, "fromName", "fromAddress", subject, snippet, people, "messageId", size, attachments,
                         "hasFiles", verdicts, markers, reasons)
  select m.id, p."tenantId", p."inboxId", m.thread, m.id, m.n::text, f.folder, m.at, m.at,
         case when m.n % 20 <> 4 then m.at end, s.address, p.address, s.name, s.address, array_to_string(m.words[1:5], ' '),
         array_to_string(m.words[1:40], ' '), jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', '', 'address', p.address)), 'cc', '[]'::jsonb, 'replyTo', '[]'::jsonb),
         m.id || '@firm.example', 20000,
         case when 'file:yes' = any(m.chosen) then '[{"index":0,"name":"offer.pdf","type":"application/pdf","size":14000,"inline":false,"contentId":null}]' else '[]' end::jsonb,
         'file:yes' = any(m.chosen),
         '{"spf":{"result":"pass","domain":"firm.example","says":"firm.example lets this server send its mail."},"dkim":{"result":"pass","domain":"firm.example","says":"Signed by firm.example, and unchanged since."},"dmarc":{"result":"pass","domain":"firm.example","says":"firm.example vouches for the sender."}}',
         '{}', '[]'
    from bench_mail m join bench_place p using (place) join bench_sender s using (sender)
    cross join lateral (select case when m.n % 100 in (6, 7, 26, 27, 46, 47) then 'spam' when m.n % 100 in (8, 9) then 'trash' when m.n % 100 in (10, 11) then 'quarantine' else 'inbox' end::"MessageFolder" as folder) f
   order by m.n`

/** And its words, as words-of.ts makes them. */
export const texts = `
  insert into "MessageText" (id, "tenantId", words)
  select m.id, p."tenantId", array_to_tsvector(m.words || m.chosen || string_to_array(p.words || ' ' || s.words, ' ')
           || (select array_agg('subject:' || word) from unnest(m.words[1:5]) word))
    from bench_mail m join bench_place p using (place) join bench_sender s using (sender) order by m.n`

/** What triggers would have counted. */
export const counts = `
  insert into "InboxCount" ("tenantId", "inboxId", folder, total, unread)
    select "tenantId", "inboxId", folder, count(*), count(*) filter (where "readAt" is null) from "Message" group by 1, 2, 3;
  insert into "Usage" ("tenantId", kind, period, used)
    select "tenantId", 'storageBytes', 'always', sum(size) from "RawMessage" group by 1`
