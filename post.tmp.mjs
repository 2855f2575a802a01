import { chromium } from 'playwright-core';
const base = process.argv[2];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const ctx = await browser.newContext();
await ctx.request.post(base + '/accesso/come', { form: { entity: 'ccms', person: 'guglielmo.tarasconi' }, headers: { origin: base }, maxRedirects: 0 });
const post = async (path, form) => { const r = await ctx.request.post(base + path, { form, headers: { origin: base }, maxRedirects: 0 }); console.log(r.status(), path, r.headers().location ?? (await r.text()).match(/ciclo-form-problem[^>]*>[^<]*/g)); };
for (const [quadro, testo] of [['strength','Benchmarking con le altre Camere toscane da più anni'],['strength','Registro delle imprese evaso entro cinque giorni nel 99% dei casi'],['weakness','Rigidità della spesa corrente oltre il 90%'],['opportunity','Ripresa del credito alle imprese nel primo semestre 2015'],['threat','Taglio del diritto annuale (D.L. 90/2014)'],['threat','Riordino del sistema camerale (L. 124/2015)']])
  await post('/cicli/ccms/2016/fattore', { quadro, testo });
await post('/enti/ccms/conti', { anno: '2015', 'valori.attivo-circolante': '9.100.000', 'valori.passivo-circolante': '1.600.000', 'valori.diritto-annuale': '2.100.000', 'valori.diritti-segreteria': '850.000,50', 'valori.contributi': '210.000', 'valori.beni-servizi': '140.000', 'valori.rimanenze': '-1.200', 'valori.personale': '1.750.000' });
await post('/enti/ccms/conti', { anno: '2014', 'valori.attivo-circolante': '8.912.000', 'valori.passivo-circolante': '1.600.000' });
await post('/enti/ccms/serie/outputs/anno', { anno: '2016', 'valori.pratiche-ri': '17.300', 'valori.newsletter': '1' });
await post('/enti/ccms/serie/outputs/anno', { anno: '2016', 'valori.pratiche-ri': '17.300', 'valori.newsletter': '1', controllati: 'si', nota: 'Priamo, 31 agosto' });
await post('/enti/ccms/serie/indices/anno', { anno: '2015', 'valori.rigidita@ccms': '92,4', 'valori.rigidita@media-toscana': '80' });
await post('/cicli/ccms/2016/check-up/modello-fasi/risposta', { grado: 'parziale', evidenza: '3 attività in ritardo nel 2015' });
await post('/cicli/ccms/2016/check-up/modello-smvp/risposta', { grado: 'applicato', evidenza: 'Delibera n. 12 del 2015' });
await post('/cicli/ccms/2016/check-up/modello-fasi/azione', { azione: 'Promemoria a chi tiene i tempi', responsabile: 'controllo-gestione', termine: '2016-12-31' });
await browser.close();
