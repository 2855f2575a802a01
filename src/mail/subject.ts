/** Letters a telephone and most programs show of a subject; longer ones are cut where they like. */
const MOST = 59;

/** A subject as long as is shown, cut between words; what is left out stands in the mail. */
export function shortSubject(text: string): string {
  if (text.length <= MOST) return text;
  const room = text.slice(0, MOST - 1);
  const end = room.lastIndexOf(' ');
  // A title without spaces is cut where the room ends.
  const cut = (end > MOST / 2 ? room.slice(0, end) : room.slice(0, -1)).replace(/[\s,;:·–-]+$/, '');
  const open = cut.lastIndexOf('«') > cut.lastIndexOf('»');
  return `${cut}…${open ? '»' : ''}`;
}
