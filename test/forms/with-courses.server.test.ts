import { expect, test } from 'vitest';
import { formOf } from '../../src/forms/form-of.js';
import { withCourses } from '../../src/forms/with-courses.js';
import { individualIndicators } from '../../src/register/reading/checkpoint.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';

const register = aHalfRunRegister('2017-02-20');
const AT = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' };

/** The rows of everybody's form at a checkpoint, as a forecast may be made of them. */
async function everyRow(checkpoint: string) {
  const { db } = register;
  const people = await db.selectFrom('people').select('id').where('entity', '=', 'ccms').execute();
  const forms = await Promise.all(
    people.map(async ({ id }) => {
      const form = await formOf(db, { ...AT, checkpoint }, id, '2016-05-10');
      return form === undefined ? [] : (await withCourses(db, form)).rows;
    }),
  );
  return forms.flat();
}

test('a forecast is made of what offices are asked, and of no individual objective', async () => {
  const rows = await everyRow(AT.checkpoint);
  const individual = await individualIndicators(register.db, 'ccms', 2016, 1);
  const [own, others] = [true, false].map((is) => rows.filter(({ code }) => individual.has(code) === is));
  expect(own?.length).toBeGreaterThan(0);
  expect(own?.filter(({ earlier }) => earlier !== undefined)).toEqual([]);
  expect(others?.length).toBeGreaterThan(10);
  expect(others?.filter(({ earlier }) => earlier === undefined)).toEqual([]);
});

test('at the last checkpoint nothing is left to foresee', async () => {
  const rows = await everyRow('monitoraggio-3');
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ earlier }) => earlier !== undefined)).toEqual([]);
});
