/** Says that the reader has notes on a claim, and leads to them; never what is in them. Nothing where there are none. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';

interface Props {
  claim: string;
  count(claim: string): Promise<number>;
  onOpen(claim: string): void;
}

export function NotesOnClaim({ claim, count, onOpen }: Props) {
  const [found, setFound] = useState(0);
  useEffect(() => {
    let overtaken = false;
    void count(claim).then(notes => !overtaken && setFound(notes));
    return () => {
      overtaken = true;
    };
  }, [claim]);
  if (found === 0) return null;
  return (
    <p>
      <button type="button" class="quiet" onClick={() => onOpen(claim)}>
        {t('notes.onThis', { count: found })}
      </button>
    </p>
  );
}
