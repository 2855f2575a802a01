import { wordsOf } from '../../../acts/act.js';
import { pageWords } from '../../../acts/words.js';
import type { Refused } from './act-form.js';

interface NotNowProps {
  readonly why: string;
  readonly refused: Refused | undefined;
}

/** Where the form of an act does not stand, or no longer: why, and what somebody had written in it, to be taken from there. */
export function NotNow({ why, refused }: NotNowProps) {
  const written =
    refused === undefined
      ? []
      : Object.keys(refused.act.fields).flatMap((name) => {
          const { page, label } = wordsOf(refused.act, name);
          const text = refused.written(page).join('\n').trim();
          return text === '' ? [] : [{ label, text }];
        });
  return (
    <>
      <p>{why}</p>
      {written.length > 0 && (
        <>
          <p>{pageWords.notKept}</p>
          <dl>
            {written.map(({ label, text }) => (
              <>
                <dt>{label}</dt>
                <dd class="ciclo-note">{text}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
