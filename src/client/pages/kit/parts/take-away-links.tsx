import { takeAwayWords as words } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import { Icon } from './icon.js';

type DocumentForm = 'xlsx' | 'csv' | 'pdf';

interface TakeAwayLinksProps {
  readonly assets: Assets;
  readonly forms: readonly DocumentForm[];
  readonly hrefOf: (form: DocumentForm) => string;
}

/** Ways to take a document away as a file. */
export function TakeAwayLinks({ assets, forms, hrefOf }: TakeAwayLinksProps) {
  return (
    <ul class="ciclo-actions">
      {forms.map((form) => (
        <li>
          <a href={hrefOf(form)}>
            <Icon assets={assets} name="it-download" size="xs" />
            {words.forms[form]}
          </a>
        </li>
      ))}
    </ul>
  );
}
