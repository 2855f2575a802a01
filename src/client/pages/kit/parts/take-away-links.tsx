import { takeAwayWords as words } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import type { AwayForm } from '../take-away.js';
import { Icon } from './icon.js';

interface TakeAwayLinksProps<F extends AwayForm | 'pdf'> {
  readonly assets: Assets;
  readonly forms: readonly F[];
  readonly hrefOf: (form: F) => string;
}

/** Ways to take away what a page shows, as a file. */
export function TakeAwayLinks<F extends AwayForm | 'pdf'>({ assets, forms, hrefOf }: TakeAwayLinksProps<F>) {
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
