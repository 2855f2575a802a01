import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { siteWords as words } from '../../words/site.js';
import { subsectionOf } from './labels.js';
import type { Publication, PublishedBody, PublishedFile } from './published.js';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** Prefixes of DCAT-AP_IT 1.0 (AgID). */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const LICENCE = {
  '@id': 'https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40',
  '@type': ['dct:LicenseDocument', 'dcatapit:LicenseDocument'],
  'foaf:name': 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)',
  'owl:versionInfo': '4.0',
  'dct:type': { '@id': 'http://purl.org/adms/licencetype/Attribution' },
};

/**
 * The catalogue of a body's published documents as DCAT-AP_IT in JSON-LD: a dataset for each document and exercise, with the files
 * of the version in force. Addresses are absolute where the body says where its site is read; else they are relative to the
 * catalogue's own, so that the site may be served from anywhere.
 * @param versions of all documents, in any order
 */
export function catalogueOf(body: PublishedBody, versions: readonly Publication[]) {
  const at = addressesOf(body);
  const publisher = {
    '@id': at('#ente'),
    '@type': ['foaf:Agent', 'dcatapit:Agent'],
    'dct:identifier': body.ipa ?? body.id,
    'foaf:name': body.name,
  };
  const datasets = inForce(versions).map((current) =>
    datasetOf(
      body,
      current,
      versions.filter((v) => sameDocument(v, current)),
    ),
  );
  return {
    '@context': CONTEXT,
    '@id': at('#catalogo'),
    '@type': ['dcat:Catalog', 'dcatapit:Catalog'],
    'dct:title': italian(words.catalogue.title(body.name)),
    'dct:description': italian(words.catalogue.description(body.name)),
    'dct:publisher': publisher,
    'dct:modified': date(latest(versions.map((v) => v.publishedAt))),
    'dct:language': { '@id': `${AUTHORITY}/language/ITA` },
    'dct:license': { '@id': LICENCE['@id'] },
    'foaf:homepage': { '@id': at('./') },
    'dcat:themeTaxonomy': { '@id': `${AUTHORITY}/data-theme` },
    'dcat:dataset': datasets,
  };
}

/** Whether a catalogue written here has a version of a document, or a later one that took its place. */
export const listsVersion = (
  catalogue: ReturnType<typeof catalogueOf>,
  { kind, exercise, version }: Pick<Publication, 'kind' | 'exercise' | 'version'>,
): boolean =>
  catalogue['dcat:dataset'].some(
    (one) => one['dct:identifier'].endsWith(`:${kind}:${exercise}`) && Number(one['owl:versionInfo']) >= version,
  );

/** The last version of each document and exercise, the latest exercise first. */
export function inForce(versions: readonly Publication[]): readonly Publication[] {
  return versions
    .filter((one) => !versions.some((other) => sameDocument(one, other) && other.version > one.version))
    .toSorted((a, b) => b.exercise - a.exercise || (a.kind < b.kind ? -1 : 1));
}

const sameDocument = (a: Publication, b: Publication): boolean => a.kind === b.kind && a.exercise === b.exercise;

function datasetOf(body: PublishedBody, current: Publication, versions: readonly Publication[]) {
  const at = addressesOf(body);
  const folder = folderOf(current);
  return {
    '@id': at(`${folder}#dataset`),
    '@type': ['dcat:Dataset', 'dcatapit:Dataset'],
    'dct:identifier': `${body.ipa ?? body.id}:${current.kind}:${current.exercise}`,
    'dct:title': italian(current.title),
    'dct:description': italian(words.catalogue.dataset(current.title, body.name, current.simulated)),
    'dct:issued': date(earliest(versions.map((v) => v.publishedAt))),
    'dct:modified': date(current.publishedAt),
    'dcat:theme': { '@id': `${AUTHORITY}/data-theme/GOVE` },
    'dct:accrualPeriodicity': { '@id': `${AUTHORITY}/frequency/ANNUAL` },
    'dct:rightsHolder': { '@id': at('#ente') },
    'dct:publisher': { '@id': at('#ente') },
    'dct:creator': { '@id': at('#ente') },
    'dct:language': { '@id': `${AUTHORITY}/language/ITA` },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcatapit:startDate': { '@type': 'xsd:date', '@value': `${current.exercise}-01-01` },
      'dcatapit:endDate': { '@type': 'xsd:date', '@value': `${current.exercise}-12-31` },
    },
    'dcat:landingPage': { '@id': at(folder) },
    'dcat:contactPoint': contactPoint(body),
    'owl:versionInfo': String(current.version),
    'dcat:keyword': words.catalogue.keywords.map(italian),
    'dcat:distribution': current.files.map((file) => distributionOf(body, current, file)),
  };
}

function distributionOf(body: PublishedBody, publication: Publication, file: PublishedFile): object {
  const at = addressesOf(body);
  const address = `${folderOf(publication)}v${publication.version}/${file.path}`;
  return {
    '@id': at(`${address}#distribuzione`),
    '@type': ['dcat:Distribution', 'dcatapit:Distribution'],
    'dct:title': italian(file.title),
    'dct:format': { '@id': `${AUTHORITY}/file-type/${file.form.toUpperCase()}` },
    'dcat:accessURL': { '@id': at(folderOf(publication)) },
    'dcat:downloadURL': { '@id': at(address) },
    'dcat:byteSize': { '@type': 'xsd:decimal', '@value': String(file.size) },
    'dct:modified': date(publication.publishedAt),
    'dct:license': LICENCE,
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
    },
  };
}

/** Whom to write to about the data, as DCAT-AP_IT wants it; nothing where the body names no address. */
const contactPoint = ({ id, contact, site }: PublishedBody): object | undefined =>
  contact && {
    '@id': addressesOf({ id, site })('#contatto'),
    '@type': ['vcard:Kind', 'vcard:Organization', 'dcatapit:Organization'],
    'vcard:fn': contact.name,
    'vcard:hasEmail': { '@id': `mailto:${contact.email}` },
  };

/** What is below the catalogue's own folder, by its address. */
function addressesOf({ id, site }: Pick<PublishedBody, 'id' | 'site'>): (path: string) => string {
  if (site === undefined) return (path) => path;
  const folder = `${site}/${encodeURIComponent(id)}/performance/`;
  return (path) => new URL(path, folder).href;
}

/** The page of a document and exercise, from the catalogue's own folder. */
const folderOf = ({ kind, exercise }: Publication): string => `${subsectionOf(kind)?.slug ?? kind}/${exercise}/`;

const italian = (text: string): object => ({ '@language': 'it', '@value': text });
const date = (at: Instant): object => ({ '@type': 'xsd:date', '@value': romeDate(at) });
const sortedInstants = (all: readonly Instant[]): readonly Instant[] => all.toSorted();
const earliest = (all: readonly Instant[]): Instant => one(sortedInstants(all).at(0));
const latest = (all: readonly Instant[]): Instant => one(sortedInstants(all).at(-1));

function one(at: Instant | undefined): Instant {
  if (at === undefined) throw new Error('a catalogue of nothing');
  return at;
}
