/** Reads days of the week ("on Sunday", "next Friday"), which mean something only beside the page's date. */

import { type Atom, dayFrom, daysAfter, type Reference } from './calendar.ts';
import { allOf } from './normalise.ts';

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  /(?<!\b(?:Black|Bloody|Good|Easter|Ash|Cyber|Holy) )(?:\b(?:on|by|since|until|from|last|next|this|this past|coming|late|early) )?\b((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)(?! \d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z]|,? \d{1,2} [A-Z]|,? [A-Z][a-z]+\.? \d|s\b| of (?:each|every|the|a)\b)/g;
/** "police said on Sunday" dates the saying, not what is said. */
const SAID =
  /\b(?:said|says|told|announced|reported|confirmed|added|stated|wrote|posted|warned|declared|tweeted|statement|interview|conference|briefing|according to [^,]{0,40})(?: (?:[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}|in a statement|a news conference|reporters|journalists|late|early|on))? ?$/;
const TO = /^(?: ?[-–—] ?| to | and | through | until )$/;
const WEEK_BEHIND = /^,? (?:of )?(last|this|next) week\b/;
/** The last one that is over, or runs. */
const WEEKEND = /\b(?:at|on|over|this|last) (?:the )?(?:past |last )?weekend\b/gi;
const AHEAD = /^(?:next|coming)|\b(?:will|would|due|next|coming|expected|scheduled|plans?) [^.]{0,40}$/;

/** The days of the week that `sentence` names, as the nearest such day before the page's date, or behind it where it looks ahead. */
export function readWeekdays(sentence: string, reference: Reference): Atom[] {
  const atoms: Atom[] = [];
  const today = new Date(Date.UTC(reference.year, reference.month - 1, reference.day)).getUTCDay();
  for (const found of allOf(WEEKDAY, sentence)) {
    const name = found[1] ?? '';
    const end = found.index + found[0].length;
    const left = sentence.slice(Math.max(0, found.index - 60), found.index);
    if (SAID.test(left) && !sentence.startsWith("'s ", end)) continue;
    if (/\b(?:every|each|most) $/i.test(left)) continue;
    const weekday = NAMES.indexOf(name.slice(0, 3).toLowerCase());
    const back = (today - weekday + 7) % 7;
    // "on Tuesday last week": of the week before, which begins on a Monday.
    const week = WEEK_BEHIND.exec(sentence.slice(end, end + 16));
    if (week) {
      const day = dayFrom(
        reference,
        ((weekday + 6) % 7) - ((today + 6) % 7) + (week[1] === 'last' ? -7 : week[1] === 'next' ? 7 : 0),
      );
      atoms.push({
        start: end - name.length,
        end: end + week[0].length,
        from: day,
        to: day,
        yearKnown: true,
        usable: true,
        range: false,
      });
      continue;
    }
    const ahead = AHEAD.test(left) || AHEAD.test(found[0]);
    // "last Tuesday" on a Tuesday is a week ago.
    const days = ahead ? 7 - back : -(back === 0 && found[0].startsWith('last') ? 7 : back);
    const day = dayFrom(reference, days);
    const start = end - name.length;
    const last = atoms.at(-1);
    // "from Monday to Wednesday" on a Tuesday: the Monday of the week before.
    if (last && last.from > day && TO.test(sentence.slice(last.end, start)))
      last.from = last.to = daysAfter(last.from, -7);
    atoms.push({ start, end, from: day, to: day, yearKnown: true, usable: true, range: false });
  }
  for (const { index: start, 0: words } of allOf(WEEKEND, sentence)) {
    const sunday = dayFrom(reference, -today);
    atoms.push({
      start,
      end: start + words.length,
      from: daysAfter(sunday, -1),
      to: sunday,
      yearKnown: true,
      usable: true,
      range: true,
    });
  }
  return atoms;
}
