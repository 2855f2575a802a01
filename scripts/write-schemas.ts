import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from '../src/seeds/json-schemas.js';

// Rewrites schemas/*.schema.json from the zod schemas: `npx tsx scripts/write-schemas.ts`.
const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(`${folder}${name}`, text);
