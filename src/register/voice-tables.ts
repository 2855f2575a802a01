import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { Means } from '../domain/voices/communication.js';
import type { FeedbackItem, Follows } from '../domain/voices/strategic-feedback.js';
import type { SurveyUnit } from '../domain/voices/survey.js';
import type { Json, RecordedAt, Written } from './column-types.js';

/** The tables of `045_voices.sql`, `046_considered_and_told.sql` and `079_drawn_feedback.sql`. */
export interface VoiceTables {
  stakeholders: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    stakeholder: string;
    name: string;
    category: string;
    expects: string;
    influence: number | null;
    interest: number | null;
    services: string;
    involvement: string;
    ended: Generated<boolean>;
    reason: Generated<string>;
    simulated: boolean;
  };
  surveys: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    title: string;
    askedOf: string;
    method: string;
    fromDay: CivilDate;
    toDay: CivilDate;
    asked: number;
    answered: number;
    simulated: boolean;
  };
  surveyQuestions: Written & {
    survey: number;
    number: number;
    text: string;
    unit: SurveyUnit;
    lowest: DecimalText | null;
    highest: DecimalText | null;
    result: DecimalText;
    answered: number | null;
  };
  surveyWithdrawals: Written & { survey: number; reason: string };
  surveyLinks: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    indicator: string;
    survey: number | null;
    question: number | null;
  };
  publicForms: {
    id: GeneratedAlways<number>;
    entity: string;
    code: string;
    openedAt: Instant;
    openedBy: string;
    closedAt: Instant | null;
    closedBy: string | null;
    recordedAt: RecordedAt;
  };
  publicVoices: {
    id: GeneratedAlways<number>;
    entity: string;
    saidBy: string;
    text: string;
    cameAt: Instant;
    state: Generated<'waiting' | 'accepted' | 'refused'>;
    feedback: number | null;
    reason: string | null;
    examinedBy: string | null;
    actingFor: string | null;
    examinedAt: Instant | null;
    simulated: boolean;
    recordedAt: RecordedAt;
  };
  considerations: Written & {
    entity: string;
    exercise: number;
    item: string;
    title: string;
    follows: Follows | null;
    refers: string | null;
    outcome: string;
  };
  drawnFeedback: {
    cycle: string;
    step: string;
    run: number;
    items: Json<readonly FeedbackItem[]>;
    drawnAt: Instant;
    recordedAt: RecordedAt;
  };
  communications: Written & {
    id: GeneratedAlways<number>;
    cycle: string;
    about: string;
    documentHash: string | null;
    told: string;
    means: Means;
    onDay: CivilDate;
    note: string;
    mailText: string;
    page: string;
    mails: Generated<number>;
    simulated: boolean;
  };
  communicationRecipients: { communication: number; address: string; name: string; person: string | null };
}
