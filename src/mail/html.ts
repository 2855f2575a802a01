import { never } from '../domain/result.js';
import { mailWords } from '../words/mail.js';
import { linkTarget } from './header.js';
import type { Block, Fact, Letter } from './letter.js';

/** What stands around a letter. */
export interface Frame {
  readonly greeting: string;
  readonly actingFor?: string;
  readonly footer: string;
  readonly simulated: boolean;
}

// Outlook lays out with Word: tables and inline styles only. Colours of the public administration's design system.
const FONT = "font-family:'Titillium Web',Arial,Helvetica,sans-serif";
const BODY = `${FONT};font-size:16px;line-height:24px;color:#17324d`;
const SMALL = `${FONT};font-size:14px;line-height:20px;color:#435a70`;
const BLUE = '#0066cc';
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"';

/** The letter as one HTML page that needs nothing from outside. Every text is escaped. */
export function letterHtml(letter: Letter, frame: Frame): string {
  const rows = [
    ...(frame.simulated ? [banner()] : []),
    row(paragraph(frame.greeting)),
    ...(frame.actingFor === undefined ? [] : [row(paragraph(frame.actingFor))]),
    ...letter.blocks.map((block) => row(blockHtml(block))),
    ...(letter.button === undefined ? [] : [row(button(letter.button.label, linkTarget(letter.button.href)))]),
    ...(letter.details ?? []).map((block) => row(blockHtml(block))),
    row(`<p style="margin:0;padding-top:16px;border-top:1px solid #d9dadb;${SMALL}">${lines(frame.footer)}</p>`),
  ];
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:0;background-color:#f5f6f7">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preview)}</div>
<table ${TABLE} style="background-color:#f5f6f7"><tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table ${TABLE} style="max-width:600px;background-color:#ffffff;border:1px solid #d9dadb">
${rows.join('\n')}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`;
}

/** Text made safe inside an element or a quoted attribute. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const row = (content: string): string => `<tr><td style="padding:8px 24px">${content}</td></tr>`;

const banner = (): string =>
  `<tr><td bgcolor="#fff3cd" style="padding:12px 24px;background-color:#fff3cd;border-bottom:2px solid #a66300;${FONT};font-size:16px;line-height:24px;font-weight:bold;color:#5c3b00">${escapeHtml(mailWords.simulated)}</td></tr>`;

const paragraph = (text: string): string => `<p style="margin:0;${BODY}">${lines(text)}</p>`;

const lines = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text);
    case 'facts':
      return factsTable(block.facts);
    case 'items':
      return block.items
        .map(
          (item) =>
            `<table ${TABLE} style="margin-bottom:12px;border:1px solid #d9dadb"><tr><td style="padding:12px 16px">${heading(item.title)}${factsTable(item.facts)}${item.link === undefined ? '' : itemLink(item.link.label, linkTarget(item.link.href))}</td></tr></table>`,
        )
        .join('');
    case 'quote':
      return `<table ${TABLE}><tr><td style="padding:8px 16px;border-left:4px solid ${BLUE};background-color:#f2f7fc">${paragraph(block.text)}${block.by === undefined ? '' : `<p style="margin:8px 0 0;${SMALL}">${escapeHtml(block.by)}</p>`}</td></tr></table>`;
    default:
      return never(block);
  }
}

const heading = (text: string): string => `<p style="margin:0 0 8px;${BODY};font-weight:bold">${lines(text)}</p>`;

// Label above value, not beside: it reads the same on a phone.
const factsTable = (facts: readonly Fact[]): string =>
  `<table ${TABLE}>${facts
    .map(
      ([label, value]) =>
        `<tr><td style="padding:0 0 8px"><span style="${SMALL}">${escapeHtml(label)}</span><br><span style="${BODY};word-break:break-word">${lines(value)}</span></td></tr>`,
    )
    .join('')}</table>`;

const itemLink = (label: string, href: string): string =>
  `<p style="margin:0;${BODY}"><a href="${escapeHtml(href)}" style="color:${BLUE};font-weight:bold">${escapeHtml(label)}</a></p>`;

const button = (label: string, href: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0"><tr><td bgcolor="${BLUE}" style="background-color:${BLUE};border-radius:4px;padding:14px 24px"><a href="${escapeHtml(href)}" style="display:inline-block;${FONT};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table><p style="margin:0;${SMALL}">${escapeHtml(mailWords.linkHint)}<br><span style="word-break:break-all">${escapeHtml(href)}</span></p>`;
