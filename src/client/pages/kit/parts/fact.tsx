import type { Child } from 'hono/jsx';

/** One of the facts of a `<dl class="ciclo-facts">`: what it is called, and what it is. */
export function Fact({ label, children }: { readonly label: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
