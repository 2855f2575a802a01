import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Entity } from '../domain/entity.js';
import type { Scope } from '../domain/token.js';
import type { Json, Origin, RecordedAt, Texts, WallTime } from './column-types.js';

/** Something held from a day to another. */
interface Held {
  entity: string;
  person: string;
  fromDate: string;
  toDate: string;
  origin: Origin;
  /** Whether who holds it is still to be told, on its first day. */
  toTell: Generated<boolean>;
}

/** People, roles, offices, and how they come in. */
export interface PeopleTables {
  entities: { id: string; name: string; seat: string; data: Json<Entity>; recordedAt: RecordedAt };
  offices: {
    entity: string;
    id: string;
    title: string;
    /** Whose word it is: the body's file, or a page. */
    origin: Generated<Origin>;
    /** Whether it is still one of the body's. */
    active: Generated<boolean>;
  };
  roles: { entity: string; id: string; title: string; board: boolean; recordedBy: string | null; external: boolean };
  people: {
    entity: string;
    id: string;
    name: string;
    email: string;
    manager: string | null;
    active: Generated<boolean>;
    /** Whose word it is: the body's file, or a page. */
    origin: Generated<Origin>;
  };
  /** Open ends are `-infinity` and `infinity`. */
  holdings: Held & { role: string };
  memberships: Held & { office: string };
  substitutes: {
    id: GeneratedAlways<number>;
    entity: string;
    absent: string;
    substitute: string;
    fromDate: CivilDate;
    toDate: CivilDate;
    scope: Texts | null;
    reason: Generated<string>;
    origin: Origin;
    recordedAt: RecordedAt;
  };
  invitations: {
    id: string;
    cycle: string;
    step: string;
    entity: string;
    person: string;
    actingFor: string | null;
    issuedAt: Instant;
    expiresAt: Instant;
    recordedAt: RecordedAt;
  };
  revokedInvitations: { invitation: string; revokedBy: string; reason: string; at: Instant; recordedAt: RecordedAt };
  signInLinks: {
    hash: string;
    email: string;
    requestedAt: RecordedAt;
    expiresAt: WallTime;
    usedAt: WallTime | null;
  };
  sessions: {
    hash: string;
    email: string;
    means: 'mail' | 'oidc' | 'rehearsal';
    beganAt: RecordedAt;
    /** When somebody last used it. */
    seenAt: ColumnType<Instant, never, Date>;
    expiresAt: WallTime;
    endedAt: WallTime | null;
  };
  apiTokens: {
    hash: string;
    entity: string;
    person: string;
    /** What it is for. */
    title: string;
    scopes: Generated<readonly Scope[]>;
    /** Who asked for it: id of a person, or `terminale:<user>`. */
    issuedBy: string;
    issuedAt: RecordedAt;
    expiresAt: WallTime;
    revokedAt: WallTime | null;
  };
  tokenRequests: {
    /** Of the secret in the mailed link. */
    hash: string;
    entity: string;
    person: string;
    title: string;
    scopes: readonly Scope[];
    days: number;
    /** Id of a person, or `terminale:<user>`. */
    requestedBy: string;
    requestedAt: RecordedAt;
    expiresAt: WallTime;
    answeredAt: WallTime | null;
  };
}
