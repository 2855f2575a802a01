import type { Context, Handler } from 'hono';
import { AWAITED_PATH } from '../../../acts/awaited.js';
import { cycleKey } from '../../../domain/cycle-id.js';
import type { AwaitedAct } from '../../../register/awaited-acts.js';
import { stepOf } from '../../../register/steps.js';
import { awaitedWords as words } from '../../../words/awaited.js';
import { bareFrame, type Frame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { cyclePath, stepPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';

/**
 * What became of an act that was not recorded in time, for whoever has its address: they may have come by a mailed link,
 * without signing in. To a program that asks for JSON the same in its way. Opening it asks the workflow again.
 */
export function awaitedAct(site: Site): Handler {
  return async (c) => {
    const secret = c.req.param('secret') ?? '';
    const act = await site.deps.actions.becameOf(secret);
    if (act === undefined) return c.notFound();
    c.header('Cache-Control', 'no-store');
    if (wantsJson(c)) {
      const { state, refusal } = act;
      return c.json({ state, detail: refusal ?? undefined });
    }
    const frame = bareFrame(site.deps, site.assets, c);
    const step = act.step === null ? undefined : await stepOf(site.deps.register.db, act.cycle, act.step);
    const here = `${AWAITED_PATH}/${encodeURIComponent(secret)}`;
    return answer(c, <AwaitedPage {...{ frame, act, here }} step={step?.planned.title} />);
  };
}

const wantsJson = (c: Context): boolean => (c.req.header('accept') ?? '').startsWith('application/json');

interface AwaitedPageProps {
  readonly frame: Frame;
  readonly act: AwaitedAct;
  readonly here: string;
  /** Title of the step the act is about. */
  readonly step: string | undefined;
}

function AwaitedPage({ frame, act, here, step }: AwaitedPageProps) {
  return (
    <Layout frame={frame} title={words.title}>
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title}</p>
        <h1>{words.about(words.acts[act.act] ?? act.act, step)}</h1>
      </div>
      <p class="lead" role="status">
        {act.state === 'refused' ? words.refused(act.refusal ?? words.broken) : words[act.state].lead}
      </p>
      <Said act={act} here={here} />
      {frame.viewer !== undefined && <Back act={act} />}
    </Layout>
  );
}

function Said({ act, here }: { act: AwaitedAct; here: string }) {
  if (act.state === 'waiting') {
    return (
      <>
        <p>{words.waiting.text}</p>
        <p>
          <a class="btn btn-primary" href={here}>
            {words.waiting.again}
          </a>
        </p>
      </>
    );
  }
  if (act.state === 'refused') return null;
  return <p>{words[act.state].text}</p>;
}

/** Where who has signed in goes on. */
function Back({ act }: { act: AwaitedAct }) {
  const cycle = cycleKey(act.cycle);
  return (
    <p>
      {act.step === null ? (
        <a href={cyclePath(cycle)}>{words.cycle}</a>
      ) : (
        <a href={stepPath(cycle, act.step)}>{words.step}</a>
      )}
    </p>
  );
}
