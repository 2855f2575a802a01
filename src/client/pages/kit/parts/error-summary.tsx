interface ErrorItem {
  /** Where on the page it is corrected; absent: nowhere on this page. */
  readonly href?: string | undefined;
  readonly text: string;
}

/** What is wrong, first on the page, each line leading to its field. It takes the focus when the page opens. */
export function ErrorSummary({ title, items }: { readonly title: string; readonly items: readonly ErrorItem[] }) {
  return (
    <div class="ciclo-errors" role="alert" tabindex={-1} autofocus aria-labelledby="errori">
      <h2 id="errori">{title}</h2>
      <ul>
        {items.map(({ href, text }) => (
          <li>{href === undefined ? text : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
