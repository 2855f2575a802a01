import { expect, test } from 'vitest';
import { evaluatorRole, ownRole, personOfRole } from '../../../src/domain/individual/own-role.js';

test('a personal role says whose it is, a role of the body is nobody’s', () => {
  expect([ownRole('ada.rossi'), evaluatorRole('ada.rossi')].map(personOfRole)).toEqual(['ada.rossi', 'ada.rossi']);
  expect(['controllo-gestione', 'ufficio:ragioneria'].map(personOfRole)).toEqual([undefined, undefined]);
});
