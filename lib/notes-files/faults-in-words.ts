/** What is wrong with a file, in the reader's language, with the place. */
import { t } from '../i18n/translate.ts';
import type { BadNote, NotesFileError } from './faults.ts';

/** "Note 14: The checksum does not fit. … Nothing was taken over." */
export function fileFaultInWords({ fault, place }: NotesFileError): string {
  const { file, note, line, detail = '' } = place;
  const where = [
    file === undefined ? '' : t('notesFiles.refused.file', { file }),
    note === undefined ? '' : t('notesFiles.refused.note', { number: note }),
    line === undefined ? '' : t('notesFiles.refused.line', { number: line }),
  ];
  return [...where, t(`notesFiles.refused.${fault}`, { detail }), t('notesFiles.refused.nothing')]
    .filter(Boolean)
    .join(' ');
}

/** "Note 14: “made” is no date." Names of values stay as the file has them. */
export function badNoteInWords({ number, file, field, fault }: BadNote): string {
  const place = file ? t('notesFiles.bad.placeIn', { number, file }) : t('notesFiles.bad.place', { number });
  const ofWhole = fault === 'twice' || fault === 'yaml';
  return t(field || ofWhole ? `notesFiles.bad.${fault}` : 'notesFiles.bad.whole', { place, field });
}

/** What was done to cells of a CSV lest they be run; null where none was. */
export const guardedInWords = (count: number): string | null => (count ? t('notesFiles.guarded', { count }) : null);
