import { expect, it } from 'vitest'
import type { MarkerCode } from '../../view'
import { mail } from '../testing/facts'
import { findMarkers } from './find-markers'
import { readHtml } from './read-html'

const button = (words: string) =>
  `<table><tr><td bgcolor="#0b5fff" style="background:#0b5fff;border-radius:4px"><a href="https://a.dev/x" style="color:#ffffff;font:bold 16px/40px Arial,sans-serif;text-decoration:none;mso-padding-alt:0">${words}</a></td></tr></table>`
const preview = (words: string) =>
  `<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${words}${'&nbsp;&zwnj;'.repeat(90)}</div>`

/** Mail as shops, mailing lists and people send it: markers that stand beside all of it would be read by nobody. */
it.each<[string, string, string, MarkerCode[]]>([
  [
    'a receipt',
    'Hi Ann,\n\nThank you for your order #10482.\n\nTwo books .......... €25.00\nShipping .......... €4.90\nTotal .......... €29.90\n\nTrack your order:\nhttps://shop.dev/orders/10482?utm_source=mail\n\nThe team of Harbor Books\n12 Quay Street, Bristol',
    `<h1>Thank you for your order #10482</h1><p>Hi Ann,</p><table><tr><td>Two books</td><td>€25.00</td></tr><tr><td>Shipping</td><td>€4.90</td></tr><tr><td><b>Total</b></td><td><b>€29.90</b></td></tr></table>${button('Track your order')}<p style="color:#888;font-size:11px">The team of Harbor Books<br>12 Quay Street, Bristol</p>`,
    [],
  ],
  [
    'a newsletter',
    'Summer reading for slow afternoons\n\nView this email in your browser: https://a.dev/v\n\n[image: Harbor Books]\n\nFive books that our readers could not put down this month.\n\nRead more: https://a.dev/1\n\nYou are receiving this email because you signed up on our website. Unsubscribe: https://a.dev/u | Manage your preferences: https://a.dev/p | Privacy policy: https://a.dev/pp\n© 2026 Harbor Books Ltd. All rights reserved.',
    `${preview('Summer reading for slow afternoons, picked by our readers')}<a href="https://a.dev/v" style="color:#999">View online</a><img src="https://a.dev/l.png" width="200" alt="Harbor Books"><p>Five books that our readers could not put down this month.</p>${button('Read more')}<img src="https://a.dev/o.gif" width="1" height="1" alt="">`,
    ['quiet_text'],
  ],
  [
    'a newsletter in German',
    'Falls Sie diese Nachricht nicht richtig lesen können, klicken Sie bitte hier: https://a.dev/v\n\nNeue Schuhe für den Herbst: leicht, warm und wasserdicht.\n\nSie erhalten diesen Newsletter, weil Sie sich angemeldet haben. Hier abmelden: https://a.dev/u\nImpressum | Datenschutz',
    `<p>Neue Schuhe für den Herbst: leicht, warm und wasser&shy;dicht.</p>${button('Ansehen')}`,
    [],
  ],
  [
    'a plain form that points to the page',
    'This message is in HTML. Your email program cannot display it. Read it online: https://a.dev/v',
    `<p>Five books that our readers could not put down this month.</p>${button('Read more')}`,
    [],
  ],
  [
    'a notice of a code host',
    '@ann commented on this pull request.\n\n> Should this be a constant?\n\nYes, I will change it.\n\n-- \nReply to this email directly or view it on GitHub:\nhttps://github.com/a/b/pull/1#issuecomment-1\nYou are receiving this because you were mentioned.\n\nMessage ID: <a/b/pull/1@github.com>',
    '<p></p><p dir="auto">@ann commented on this pull request.</p><blockquote>Should this be a constant?</blockquote><p>Yes, I will change it.</p><p style="font-size:small;color:#666">&mdash;<br>Reply to this email directly, <a href="https://github.com/a">view it on GitHub</a>, or <a href="https://github.com/u">unsubscribe</a>.<br>You are receiving this because you were mentioned.<img src="https://github.com/n.gif" height="1" width="1" alt=""><span style="color:transparent;font-size:0;display:none;visibility:hidden;overflow:hidden;opacity:0;width:0;height:0;max-width:0;max-height:0;mso-hide:all">Message ID: <span>&lt;a/b/pull/1</span><span>@</span><span>github</span><span>.</span><span>com&gt;</span></span></p>',
    ['quiet_text'],
  ],
  [
    'an answer out of an office program',
    'Hello Bob,\r\n\r\nMonday is fine for us.\r\n\r\n[cid:image001.png@01DA0000.00000000]\r\n\r\nAnn Keller\r\nann@acme.dev<mailto:ann@acme.dev>\r\n\r\nFrom: Bob <bob@x.dev>\r\nSent: Friday, 8 May 2026 10:12\r\nTo: Ann\r\nSubject: Monday?\r\n\r\nDoes Monday suit you?',
    '<style>p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif}</style><div class="WordSection1"><p class="MsoNormal"><span style="color:windowtext">Hello Bob,<o:p></o:p></span></p><p class="MsoNormal">Monday is fine for us.</p><img src="cid:image001.png@01DA0000.00000000" width="120" alt="Logo"><p class="MsoNormal">Ann Keller</p><p class="MsoNormal"><a href="mailto:ann@acme.dev"><span style="color:#0563C1">ann@acme.dev</span></a></p><p><b>From:</b> Bob &lt;bob@x.dev&gt;<br><b>Sent:</b> Friday, 8 May 2026 10:12<br><b>To:</b> Ann<br><b>Subject:</b> Monday?</p><p>Does Monday suit you?</p></div>',
    [],
  ],
  [
    'a mailing list',
    'The next meeting is on Tuesday, in the library.\n\nBea\n_______________________________________________\nReaders mailing list -- readers@lists.dev\nTo unsubscribe send an email to readers-leave@lists.dev\nhttps://lists.dev/readers',
    '<div dir="ltr">The next meeting is on Tuesday, in the library.<div><br></div><div>Bea</div></div>',
    [],
  ],
])('%s', (_, text, html, is) => {
  const facts = mail({ text, html })
  expect(findMarkers(facts, readHtml(html))).toEqual(is)
})
