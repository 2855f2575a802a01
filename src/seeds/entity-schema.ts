import { z } from 'zod';
import { DUTIES } from '../domain/body-kind.js';
import { isValidDate, parseCivilDate } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../domain/entity.js';
import { calendarWords } from '../words/calendar.js';
import { expected, flag, group, id, list, mailAddress, nonEmptyList, oneOf, roleFields, text, year } from './fields.js';

const words = calendarWords.fields;

/** `2016-01-31`, a day that exists. */
export const existingDate = z.string(expected(words.civilDate)).transform((value, context): CivilDate => {
  const date = parseCivilDate(value);
  if (date.ok) return date.value;
  context.addIssue({ code: 'custom', message: date.error });
  return z.NEVER;
});

/** A role, or `ufficio:<id>`. */
export const roleName = z
  .string(expected(words.role))
  .regex(new RegExp(`^(${OFFICE_PREFIX})?[a-z0-9]+(-[a-z0-9]+)*$`), expected(words.role));

const personId = z.string(expected(words.person)).regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, expected(words.person));
const workingDayCount = wholeNumber(1, 60, words.workingDays);

function wholeNumber(least: number, most: number, what: string) {
  return z.number(expected(what)).int(expected(what)).min(least, expected(what)).max(most, expected(what));
}

/** `09:00`; a notice leaves while offices are open. */
const noticeTime = z
  .string(expected(words.time))
  .regex(/^(0[89]|1[0-7]):[0-5]\d$|^18:00$/, expected(words.time))
  .transform((value) => ({ hour: Number(value.slice(0, 2)), minute: Number(value.slice(3)), second: 0 }));

const patronSaint = group({
  name: text,
  month: wholeNumber(1, 12, words.month),
  day: wholeNumber(1, 31, words.day),
  // Any year with 29 February will do: a saint of that day is no feast in the others, but no mistake either.
}).refine((saint) => isValidDate({ year: 2000, month: saint.month, day: saint.day }), {
  path: ['day'],
  error: words.noSuchDay,
});

const notices = group({
  at: noticeTime.optional(),
  reminders: list(workingDayCount).optional(),
  dueToday: flag.optional(),
  late: list(workingDayCount).optional(),
  escalateToManager: workingDayCount.optional(),
  escalateToHead: workingDayCount.optional(),
});

/** What an entity chooses of its calendar. */
const choices = {
  template: id.optional(),
  checkpoints: group({
    term: z.string(expected(words.dateRule)).optional(),
    review: z
      .number(expected(words.days))
      .int(expected(words.days))
      .min(1, expected(words.days))
      .max(365, expected(words.days))
      .optional(),
  }).optional(),
  notices: notices.optional(),
  budgetTerms: list(group({ exercise: year, term: existingDate })).optional(),
};

/** A page of the body's site. */
const webAddress = z.httpUrl(expected(words.webAddress)).describe(words.webAddress);

/** The shape of `calendar.yaml` beside an entity. */
export const calendarChoicesSchema = group(choices);
export type CalendarChoices = z.output<typeof calendarChoicesSchema>;

/** The shape of `entity.yaml`; the fields are those of `Entity`. It may hold the choices of `calendar.yaml` too. */
export const entitySchema = group({
  id,
  name: text,
  kind: id.optional(),
  seat: text,
  patronSaint,
  ...choices,
  policy: id,
  head: id,
  contacts: group({
    name: text.optional(),
    email: mailAddress.optional(),
    phone: text.optional(),
    accessibility: webAddress.optional(),
    privacy: webAddress.optional(),
  }).optional(),
  publicSite: webAddress.optional(),
  ipa: z
    .string(expected(words.ipa))
    .regex(/^[A-Za-z0-9_-]{2,40}$/, expected(words.ipa))
    .describe(words.ipa)
    .optional(),
  offices: nonEmptyList(group({ id, title: text })),
  roles: nonEmptyList(
    group({
      ...roleFields,
      serves: oneOf(DUTIES).optional(),
    }),
  ),
  people: nonEmptyList(
    group({
      id: personId,
      name: text,
      email: mailAddress,
      holds: list(group({ role: roleName, from: existingDate.optional(), to: existingDate.optional() })).default([]),
      offices: list(id).default([]),
      manager: personId.optional(),
    }),
  ),
  substitutes: list(
    group({
      absent: personId,
      substitute: personId,
      from: existingDate,
      to: existingDate,
      scope: nonEmptyList(roleName).optional(),
      reason: text,
    }),
  ).default([]),
});

export type EntityFile = z.output<typeof entitySchema>;
