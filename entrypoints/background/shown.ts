/** Which claims are marked at all, as the reader has set it. */
import type { Claim, ClaimKind } from '@/lib/reading/types';
import { type Density, density, packsOff, themesOff } from '@/lib/settings';

/** Which kinds of claim each density shows. */
const KINDS: Record<Density, readonly ClaimKind[]> = {
  figures: ['figure'],
  'figures-and-facts': ['figure', 'status', 'event'],
  everything: ['figure', 'status', 'event', 'position'],
};

export interface Shown {
  /** Claims of other kinds need not be looked for. */
  kinds: readonly ClaimKind[];
  /** Whether a claim is marked. One that comes from the database names its pack. */
  has(claim: Pick<Claim, 'kind' | 'theme'> & { packId?: string }): boolean;
}

export function shownBy(density: Density, packsOff: readonly string[], themesOff: readonly string[]): Shown {
  const kinds = KINDS[density];
  return {
    kinds,
    has: ({ kind, theme = '', packId = '' }) =>
      kinds.includes(kind) && !packsOff.includes(packId) && !themesOff.includes(theme),
  };
}

/** What is shown by the settings as they are now. */
export async function readShown(): Promise<Shown> {
  return shownBy(...(await Promise.all([density.getValue(), packsOff.getValue(), themesOff.getValue()])));
}
