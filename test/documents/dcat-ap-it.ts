/** What DCAT-AP_IT 1.0 (AgID) obliges each kind of thing in a catalogue to say, and what kind of value it takes. */
type Kind = 'text' | 'day' | 'address' | 'vocabulary' | 'things';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

const OBLIGED: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  'dcatapit:Catalog': {
    'dct:title': 'text',
    'dct:description': 'text',
    'dct:publisher': 'things',
    'dct:modified': 'day',
    'dcat:dataset': 'things',
    'dct:language': 'vocabulary',
    'foaf:homepage': 'address',
    'dcat:themeTaxonomy': 'vocabulary',
  },
  'dcatapit:Dataset': {
    'dct:identifier': 'text',
    'dct:title': 'text',
    'dct:description': 'text',
    'dct:modified': 'day',
    'dcat:theme': 'vocabulary',
    'dct:rightsHolder': 'things',
    'dct:accrualPeriodicity': 'vocabulary',
    'dcat:distribution': 'things',
    'dcat:landingPage': 'address',
  },
  'dcatapit:Distribution': {
    'dct:format': 'vocabulary',
    'dcat:accessURL': 'address',
    'dcat:downloadURL': 'address',
    'dct:license': 'things',
  },
  'dcatapit:Agent': { 'dct:identifier': 'text', 'foaf:name': 'text' },
  'dcatapit:LicenseDocument': { 'foaf:name': 'text', 'dct:type': 'address' },
  'dcatapit:Organization': { 'vcard:fn': 'text', 'vcard:hasEmail': 'address' },
};

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string => (isNode(value) && typeof value['@id'] === 'string' ? value['@id'] : '');
const literal = (value: unknown): unknown => (isNode(value) ? value['@value'] : value);

const FITS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof literal(value) === 'string' && String(literal(value)).trim() !== '',
  day: (value) => isNode(value) && value['@type'] === 'xsd:date' && /^\d{4}-\d\d-\d\d$/.test(String(value['@value'])),
  address: (value) => URL.canParse(idOf(value)),
  vocabulary: (value) => idOf(value).startsWith(`${AUTHORITY}/`),
  things: (value) => [value].flat().length > 0 && [value].flat().every((one) => isNode(one) && URL.canParse(idOf(one))),
};

/** Everything a catalogue does not say as the profile wants it, by the thing and its property; also what it refers to and does not have. */
export function catalogueFaults(catalogue: object): readonly string[] {
  const described = new Set<string>();
  const referred = new Map<string, string>();
  const faults: string[] = [];
  const look = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, at);
    if (!isNode(value)) return;
    const types = [value['@type']].flat().map(String);
    if (types.some((type) => type in OBLIGED)) described.add(idOf(value));
    else if (Object.keys(value).length === 1 && idOf(value).includes('#')) referred.set(idOf(value), at);
    for (const type of types)
      for (const [property, kind] of Object.entries(OBLIGED[type] ?? {}))
        if (!(property in value)) faults.push(`${type} ${idOf(value)}: ${property} is missing`);
        else if (!FITS[kind](value[property])) faults.push(`${type} ${idOf(value)}: ${property} is no ${kind}`);
    for (const [property, inner] of Object.entries(value)) if (property !== '@context') look(inner, property);
  };
  look(catalogue, '');
  for (const [id, at] of referred) if (!described.has(id)) faults.push(`${at} refers to ${id}, which is nowhere`);
  return faults;
}
