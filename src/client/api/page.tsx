import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import { apiWords } from '../../words/api.js';
import { bareFrame } from '../pages/kit/frame.js';
import { Layout } from '../pages/kit/layout.js';
import { answer, type Site } from '../pages/kit/site.js';
import { columnsOf } from '../pages/kit/table/column.js';
import { DataTable } from '../pages/kit/table/data-table.js';
import { TableAway } from '../pages/kit/table/table-away.js';

const words = apiWords.page;

type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type PathItem = NonNullable<ApiDocument['paths']>[string];
type Operation = NonNullable<PathItem['get']>;
type Schemas = NonNullable<ApiDocument['components']>['schemas'];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly example?: unknown };
}

/** The API for people: what its document says, in a page. */
export function apiPage({ deps, assets }: Site, document: () => ApiDocument): Handler {
  return async (c) => {
    const { info, paths = {}, components } = document();
    return answer(
      c,
      <Layout frame={bareFrame(deps, assets, c)} title={words.title}>
        <div class="ciclo-title">
          <h1>{words.title}</h1>
          <p>{info.description}</p>
          <p>
            <a href="/api/v1/openapi.json">{words.document}</a>
          </p>
        </div>
        <h2 class="h4">{words.example}</h2>
        <pre class="ciclo-text">{exampleOf(deps.consoleUrl)}</pre>
        {Object.entries(paths).flatMap(([path, item]) =>
          (['get', 'post'] as const).flatMap((method) => {
            const operation = item[method];
            return operation === undefined
              ? []
              : [<OperationPart {...{ path, method, operation, schemas: components?.schemas }} />];
          }),
        )}
        <TableAway name="parametri" caption={words.caption} />
      </Layout>,
    );
  };
}

interface OperationProps {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly schemas: Schemas;
}

const { text } = columnsOf<Parameter>();

const placeOf = (parameter: Parameter): string =>
  `${words.where[parameter.in] ?? parameter.in}, ${parameter.required === true ? words.required : words.optional}`;

const exampleIn = ({ schema }: Parameter): string | undefined =>
  schema?.example === undefined ? undefined : String(schema.example);

function OperationPart({ path, method, operation, schemas }: OperationProps) {
  const body = bodyOf(operation, schemas);
  const id = `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`;
  // The document is made by us: its parameters are written out, not referred to.
  const parameters = (operation.parameters ?? []) as readonly Parameter[];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="h5">
        {operation.summary}
      </h2>
      <p>
        <code>{`${method.toUpperCase()} /api/v1${path}`}</code>
      </p>
      {parameters.length > 0 && (
        <DataTable
          name="parametri"
          caption={words.caption}
          hideCaption
          part={{ column: words.operation, value: `${method.toUpperCase()} /api/v1${path}` }}
          columns={[
            text(words.name, ({ name }) => name, { show: ({ name }) => <code>{name}</code> }),
            text(words.place, placeOf),
            text(words.what, ({ description }) => description, { show: ({ description }) => description ?? '' }),
            text(words.example, exampleIn, {
              show: (parameter) => {
                const example = exampleIn(parameter);
                return example === undefined ? '' : <code>{example}</code>;
              },
            }),
          ]}
          rows={parameters}
        />
      )}
      {body !== undefined && (
        <details>
          <summary>{words.body}</summary>
          <pre class="ciclo-text">{JSON.stringify(body, null, 2)}</pre>
        </details>
      )}
    </section>
  );
}

/** The schema of the JSON an operation takes; undefined when it takes none. */
function bodyOf({ requestBody }: Operation, schemas: Schemas): unknown {
  if (requestBody === undefined || !('content' in requestBody)) return undefined;
  const schema = requestBody.content['application/json']?.schema;
  if (schema === undefined || !('$ref' in schema)) return schema;
  return schemas?.[schema.$ref?.split('/').at(-1) ?? ''];
}

const exampleOf = (consoleUrl: string): string =>
  [
    `curl -X POST ${consoleUrl}/api/v1/cycles/ccms/2016/checkpoints/monitoraggio-1/submissions \\`,
    '  -H "Authorization: Bearer $CICLO_TOKEN" -H "Content-Type: application/json" \\',
    '  -H "Idempotency-Key: 2016-monitoraggio-1-isr" \\',
    `  -d '{"rows": [{"indicator": "A-1", "value": "82,5%", "note": "dato provvisorio"}]}'`,
  ].join('\n');
