import { aboutSections } from '../../documents/about-body.js';
import { aboutBody } from '../../register/body-entries.js';
import type { ComputedPart } from './part.js';

/** `ente/chi-siamo`: bodies, seats, services, participations. */
export const aboutBodyPart: ComputedPart = async ({ db }, { entity }) => aboutSections(await aboutBody(db, entity));
