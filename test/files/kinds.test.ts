import { describe, expect, it } from 'vitest';
import { acceptUpload } from '../../src/files/uploads.js';

const SIGNED = Buffer.from('3082010006092a864886f70d010702a0820100308201fc02010131', 'hex');
const BASE64 = Buffer.concat([SIGNED, Buffer.alloc(300, 7)]).toString('base64');
const LINES = BASE64.replace(/.{64}/g, '$&\r\n');
const CFB = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const outlook = Buffer.concat([
  CFB,
  Buffer.alloc(1_000),
  Buffer.from('__properties_version1.0', 'utf16le'),
  Buffer.alloc(64),
]);
const PEC = [
  'Return-Path: <posta@pec.example>',
  'Received: from mx.pec.example',
  '\tby imap.pec.example; Tue, 12 Apr 2016 10:00:00 +0200',
  'From: "Per conto di: ufficio@pec.example" <posta-certificata@pec.example>',
  'Subject: POSTA CERTIFICATA: invio dati',
  'X-Trasporto: posta-certificata',
  'MIME-Version: 1.0',
  '',
  'Messaggio di posta certificata',
].join('\r\n');
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<postacert tipo="accettazione"><intestazione/></postacert>\n';

describe('evidence is taken when its content is what its name says', () => {
  it.each<[string, string, Buffer | string]>([
    ['a signature as it is', 'atto.pdf.p7m', Buffer.concat([SIGNED, Buffer.alloc(300)])],
    ['a signature in base64', 'atto.pdf.p7m', BASE64],
    ['a signature in base64, in lines', 'atto.p7m', LINES],
    ['a signature in PEM', 'atto.p7m', `-----BEGIN PKCS7-----\n${LINES}\n-----END PKCS7-----\n`],
    ['a signature in PEM, by another name', 'atto.p7m', `-----BEGIN CMS-----\n${LINES}\n-----END CMS-----`],
    ['a certified mail', 'daticert.eml', PEC],
    [
      'a mail from a mailbox file',
      'posta.eml',
      `From anna Tue Apr 12\nFrom: a@b.example\nDate: Tue, 12 Apr 2016\n\nciao`,
    ],
    ['a mail of Outlook', 'posta.msg', outlook],
    ['the data of a certified mail', 'daticert.xml', XML],
    [
      'data in XML of an old program',
      'dati.xml',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>è</a>', 'latin1'),
    ],
    ['a text of Windows', 'nota.txt', Buffer.from('qualit\xe0 \x96 3 \x80', 'latin1')],
    ['a text of Excel in UTF-16', 'dati.txt', Buffer.from('\uFEFFa\tb\r\n', 'utf16le')],
  ])('%s', async (_, name, content) => {
    expect(await acceptUpload(fileOf(name, content))).toMatchObject({ ok: true, value: { name } });
  });

  it.each<[string, string, Buffer | string]>([
    ['any base64', 'atto.p7m', Buffer.from('un testo qualunque, abbastanza lungo').toString('base64')],
    ['a certificate', 'atto.p7m', `-----BEGIN CERTIFICATE-----\n${LINES}\n-----END CERTIFICATE-----`],
    ['half a PEM', 'atto.p7m', `-----BEGIN PKCS7-----\n${LINES}`],
    ['a page', 'atto.p7m', '<script>alert(1)</script>'],
    ['a page called a mail', 'posta.eml', '<html>From: x\n\n</html>'],
    ['a text called a mail', 'posta.eml', 'Gentile ufficio: allego i dati.\n\nAnna'],
    ['a mail without its sender', 'posta.eml', 'Date: Tue, 12 Apr 2016\n\nciao'],
    ['a mail with null characters', 'posta.eml', `${PEC}\0`],
    ['an old Excel called a mail', 'posta.msg', Buffer.concat([CFB, Buffer.alloc(2_000)])],
    ['a text called a mail of Outlook', 'posta.msg', PEC],
    ['XML that is not closed', 'dati.xml', '<a><b></a>'],
    ['XML with entities', 'dati.xml', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['XML nested without end', 'dati.xml', '<a>'.repeat(1_000) + '</a>'.repeat(1_000)],
    ['a drawing with a script', 'dati.xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page in XML', 'dati.xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['words', 'dati.xml', 'solo parole'],
  ])('but not %s', async (_, name, content) => {
    const taken = await acceptUpload(fileOf(name, content));
    expect(taken.ok ? 'taken' : taken.error).toContain(name);
  });
});

const fileOf = (name: string, content: Buffer | string): File =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
