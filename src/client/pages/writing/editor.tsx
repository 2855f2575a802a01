import { randomUUID } from 'node:crypto';
import { write } from '../../../acts/document/write.js';
import type { Instant } from '../../../domain/calendar/types.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords } from '../../../words/writing.js';
import { fieldId, KEY, type Refused } from '../kit/act-form.js';
import { fieldState } from '../kit/parts/form-field.js';
import type { ShownSections } from './composed.js';
import type { SectionPageData } from './page-data.js';
import { Preview } from './preview.js';

const words = writingWords.section;
const fields = write.words.fields;

/** What stands in the field. */
export interface Writing {
  readonly text: string;
  /** Revision it was made from. */
  readonly revision: number;
  /** When it was typed, where it is not saved. */
  readonly typedAt?: Instant;
  /** What was saved meanwhile, where the text was refused for it. */
  readonly against?: string;
}

interface EditorProps {
  readonly data: SectionPageData;
  readonly writing: Writing;
  readonly refused: Refused | undefined;
  readonly shown: ShownSections;
}

/** What a button of the form does; saving where none says otherwise. */
export const DOING = 'azione';
export const DOINGS = { save: 'salva', preview: 'anteprima', drop: 'lascia' } as const;

const ROWS = 22;

/** The field a section is written in, with its toolbar and the preview beside it. Without a script it works by its buttons. */
export function Editor({ data, writing, refused, shown }: EditorProps) {
  const id = fieldId(write, 'text');
  const own = refused?.act === write ? refused : undefined;
  const problem = own?.refusals.find(({ field }) => field === 'text')?.text;
  return (
    <form
      class="ciclo-writing"
      method="post"
      action={data.at()}
      novalidate
      data-writing={data.at('/in-corso')}
      data-left={data.at('/uscita')}
      data-kept={words.kept('…')}
      data-away={words.away}
      data-signed-out={words.signedOut}
      data-restored={words.restored}
    >
      <input type="hidden" name={KEY} value={own?.key ?? randomUUID()} />
      <input type="hidden" name={fields.shown.page} value={String(writing.revision)} />
      <div class="ciclo-writing-text">
        <label for={id}>{words.text}</label>
        <Toolbar field={id} />
        <textarea id={id} name={fields.text.page} rows={ROWS} spellcheck lang="it" {...fieldState(id, true, problem)}>
          {`\n${writing.text}`}
        </textarea>
        <small id={`${id}-aiuto`}>{words.hint}</small>
        {problem !== undefined && (
          <strong class="ciclo-form-problem" id={`${id}-errore`}>
            {problem}
          </strong>
        )}
        <p id="tenuto" class="ciclo-kept" role="status">
          {writing.typedAt === undefined ? '' : words.typed(italianMoment(writing.typedAt))}
        </p>
        <div class="ciclo-writing-buttons">
          <button type="submit" class="btn btn-primary" name={DOING} value={DOINGS.save}>
            {words.save}
          </button>
          <button type="submit" class="btn btn-outline-primary" name={DOING} value={DOINGS.preview}>
            {words.preview}
          </button>
          {writing.typedAt !== undefined && (
            <button type="submit" class="btn btn-outline-secondary" name={DOING} value={DOINGS.drop}>
              {words.drop}
            </button>
          )}
        </div>
      </div>
      <section class="ciclo-writing-preview" aria-labelledby="anteprima-titolo">
        <h2 id="anteprima-titolo">{words.preview}</h2>
        <div id="anteprima">
          <Problems of={shown.problems} />
          <Preview shown={shown} under={2} />
        </div>
      </section>
    </form>
  );
}

/** What in a text cannot be shown as it was meant. */
function Problems({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <div class="alert alert-warning">
      <p>
        <strong>{words.problems}</strong>
      </p>
      <ul>
        {[...new Set(of)].map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

/** What each button writes: around what is selected, before its lines, or a sample in its place. */
const TOOLS = [
  { name: 'heading', before: '## ' },
  { name: 'bold', around: '**', keys: 'b' },
  { name: 'italic', around: '*', keys: 'i' },
  { name: 'list', before: '- ' },
  { name: 'numbers', before: '1. ' },
  { name: 'link', sample: '[', after: '](https://)' },
  { name: 'table', sample: words.samples.table },
  { name: 'figure', sample: words.samples.figure },
  { name: 'chart', sample: words.samples.chart },
] as const satisfies readonly {
  readonly name: keyof typeof words.tools;
  readonly before?: string;
  readonly around?: string;
  readonly sample?: string;
  readonly after?: string;
  readonly keys?: string;
}[];

/** Buttons that write Markdown for who does not know it. Only the page's script can make them work: it shows them. */
function Toolbar({ field }: { field: string }) {
  return (
    <div class="ciclo-toolbar" role="toolbar" aria-label={words.toolbar} aria-controls={field} hidden>
      {TOOLS.map(({ name, ...does }, at) => (
        <button
          type="button"
          tabindex={at === 0 ? 0 : -1}
          data-tool={JSON.stringify(does)}
          aria-keyshortcuts={'keys' in does ? `Control+${does.keys.toUpperCase()}` : undefined}
        >
          {words.tools[name]}
        </button>
      ))}
    </div>
  );
}

/** How a text is written. */
export function Guide() {
  return (
    <details class="ciclo-card" data-keep="guida">
      <summary>{words.guide}</summary>
      <dl class="ciclo-guide">
        {writingWords.guide.map(([sign, meaning]) => (
          <div>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
