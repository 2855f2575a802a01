import type { Handler } from 'hono';
import { type NoticeText, noticeWords } from '../../../words/notices.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { answer, type Site } from '../kit/site.js';

/** What the law has every site of a body say: readable by anybody, whatever else is out of reach. */
export function notice({ deps, assets }: Site, of: keyof typeof noticeWords): Handler {
  const { title, lead, parts }: NoticeText = noticeWords[of];
  return (c) =>
    answer(
      c,
      <Layout frame={bareFrame(deps, assets, c)} title={title}>
        <div class="ciclo-title">
          <h1>{title}</h1>
        </div>
        <p class="lead">{lead}</p>
        {parts.map(({ heading, text }) => (
          <section>
            <h2>{heading}</h2>
            {text.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </section>
        ))}
      </Layout>,
    );
}
