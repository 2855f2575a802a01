/** Somebody else's HTML inside a page: no scripts, no forms, an origin of its own; its links open in a new tab. */
export function Foreign({ src, title }: { src: string; title: string }) {
  return (
    <iframe
      class="ciclo-foreign"
      src={src}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="no-referrer"
    />
  );
}
