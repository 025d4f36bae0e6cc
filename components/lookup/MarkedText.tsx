/** A text with the words set off that matched. */
import type { Marked } from '@/lib/lookup';

export function MarkedText({ text, marks }: Marked) {
  let end = 0;
  const pieces = marks.map(mark => {
    const before = text.slice(end, mark.start);
    end = mark.end;
    return [before, <mark key={mark.start}>{text.slice(mark.start, mark.end)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}
