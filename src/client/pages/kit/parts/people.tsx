import type { Acting, Party } from '../../../../register/reading/directory.js';
import { consoleWords as words } from '../../../../words/console.js';

/** Roles and offices with the persons who act for them today. A role that is just a person's name is not said twice. */
export function Parties({ parties }: { parties: readonly Party[] }) {
  if (parties.length === 0) return <span>{words.step.unknownWindow}</span>;
  return (
    <ul class="ciclo-parties">
      {parties.map((party) => (
        <li>
          <span>{party.title}</span>
          {party.people.length > 0 && <small>{party.people.map(actingName).join(', ')}</small>}
        </li>
      ))}
    </ul>
  );
}

/** `Giunta camerale`, `Controllo di gestione (Guglielmo Tarasconi)` */
export const partyText = (party: Party): string =>
  party.people.length === 0 ? party.title : `${party.title} (${party.people.map(actingName).join(', ')})`;

/** `Dalila Montefiori (per Guglielmo Tarasconi)` */
export const actingName = (acting: Acting): string =>
  acting.actingFor === undefined ? acting.name : words.step.substituted(acting.name, acting.actingFor);
