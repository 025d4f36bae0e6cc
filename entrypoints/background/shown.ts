/** Which claims are marked at all, as the reader has set it. */
import type { Claim, ClaimKind } from '@/lib/reading/types';
import { type Density, density, packsOff, themesOff } from '@/lib/settings';

/** Which kinds of claim each density shows. */
const KINDS: Record<Density, readonly ClaimKind[]> = {
  figures: ['figure'],
  'figures-and-facts': ['figure', 'status', 'event'],
  everything: ['figure', 'status', 'event', 'position'],
};

/** Whether a claim is marked. One that comes from the database names its pack. */
export type IsShown = (claim: Pick<Claim, 'kind' | 'theme'> & { packId?: string }) => boolean;

export function shownBy(density: Density, packsOff: readonly string[], themesOff: readonly string[]): IsShown {
  return ({ kind, theme = '', packId = '' }) =>
    KINDS[density].includes(kind) && !packsOff.includes(packId) && !themesOff.includes(theme);
}

/** The judgement by the settings as they are now. */
export async function readShown(): Promise<IsShown> {
  return shownBy(...(await Promise.all([density.getValue(), packsOff.getValue(), themesOff.getValue()])));
}
