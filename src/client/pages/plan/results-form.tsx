import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { cyclePath, RESULTS_PATH } from '../kit/paths.js';
import type { Found } from './asked-results.js';
import { isWritten, type WrittenHypothesis } from './hypotheses.js';
import { ReadingChoice } from './readings.js';
import type { WithFound } from './results-outcome.js';

const words = planningWords.results;

/** Id of the list of codes a field proposes. */
const CODES = 'codici';

export function HypothesisForm({
  cycle,
  checkpoints,
  chosen,
  asked,
  found,
  supposes,
}: WithFound & { supposes: boolean }) {
  const written = asked.lines.filter(isWritten);
  const empty = asked.lines.filter((line) => !isWritten(line)).slice(0, written.length === 0 ? 1 : 2);
  const [first, ...rest] = empty;
  const proposed = first === undefined ? [] : [{ ...first, code: asked.from }, ...rest];
  const shown = [...written, ...proposed].toSorted((a, b) => a.n - b.n);
  return (
    <form method="get" action={cyclePath(cycle, RESULTS_PATH)}>
      <div class="ciclo-filters">
        <div class="ciclo-filter">
          <label for="monitoraggio">{words.checkpoint}</label>
          <select id="monitoraggio" name="monitoraggio">
            {checkpoints.map((k) => (
              <option value={k.id} selected={k.id === chosen?.id}>
                {k.title}
              </option>
            ))}
          </select>
        </div>
        <div class="ciclo-filter">
          <label for="mancanti">{words.missing}</label>
          <select id="mancanti" name="mancanti">
            {(['no', 'target', 'none'] as const).map((one) => (
              <option value={one} selected={one === asked.supposition}>
                {words.suppose[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <h2>{words.change}</h2>
      <datalist id={CODES}>
        {found.known.map(({ code, name }) => (
          <option value={code}>{name}</option>
        ))}
      </datalist>
      {shown.map((line) => (
        <Line line={line} found={found} exercise={cycle.exercise} />
      ))}
      <p class="ciclo-bulk">
        <button type="submit" class="btn btn-primary">
          {planningWords.whatIf.compute}
        </button>
        {supposes && <a href={cyclePath(cycle, RESULTS_PATH)}>{planningWords.whatIf.clear}</a>}
      </p>
    </form>
  );
}

function Line({ line, found, exercise }: { line: WrittenHypothesis; found: Found; exercise: number }) {
  const { n } = line;
  const { problems, asking } = found.understood;
  const field = (name: string, label: string, value: string, hint?: string, list?: string) => {
    const id = `${name}${n}`;
    const problem = problems.find((p) => p.field === id)?.text;
    return (
      <FormField id={id} label={label} hint={hint} problem={problem}>
        <input
          id={id}
          name={id}
          type="text"
          value={value}
          list={list}
          {...fieldState(id, hint !== undefined, problem)}
        />
      </FormField>
    );
  };
  const outcome = asking.get(n);
  return (
    <fieldset class="ciclo-hypothesis ciclo-fields">
      <legend>{words.row(n)}</legend>
      {field('c', words.indicator, line.code, n === 1 ? words.codeHint : undefined, CODES)}
      {field('t', words.target, line.target)}
      {field('p', words.weight, line.weight)}
      {field('v', words.value, line.value)}
      {outcome !== undefined && (
        <div class="ciclo-hypothesis-reading">
          <input type="hidden" name={`r${n}`} value={line.target} />
          <ReadingChoice
            name={`l${n}`}
            legend={readingWords.legend(exercise, line.target)}
            outcome={outcome}
            chosen={line.reading}
            rewrite="elsewhere"
          />
        </div>
      )}
      {outcome === undefined && line.reading !== '' && (
        <>
          <input type="hidden" name={`r${n}`} value={line.readFor} />
          <input type="hidden" name={`l${n}`} value={line.reading} />
        </>
      )}
    </fieldset>
  );
}
