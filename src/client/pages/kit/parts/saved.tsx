/** What has just been done, said also to who does not see it. Nothing when nothing was. */
export function Saved({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="ciclo-saved" role="status">
      {text}
    </p>
  );
}
