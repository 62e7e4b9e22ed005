import type { Identity } from '@/lib/domains/sender-identity'

/** What a test message says: where it comes from, how to see that, and why it left as it did. */
export function testMessage(d: { domain: string; identity: Identity; reason: string; askedBy: string }) {
  return {
    subject: `Test message from ${d.domain}`,
    text: [
      `This is a test message for ${d.domain}.`,
      '',
      d.reason,
      '',
      ...(d.identity === 'own'
        ? [
            'Open the details of this message in your mail program:',
            `  mailed-by  should be a name below ${d.domain}`,
            `  signed-by  should be ${d.domain}`,
            'There should be no "via" beside the sender.',
          ]
        : ['Once all records are in place, send another one and compare.']),
      '',
      `Sent because ${d.askedBy} asked for it.`,
      '',
    ].join('\n'),
  }
}
