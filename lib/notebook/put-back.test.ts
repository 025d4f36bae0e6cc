import { expect, it } from 'vitest';
import { NO_TIES } from '../notes';
import { putBack, putTiesBack } from './put-back';

it('puts back what was taken off, and leaves what has come since', () => {
  expect(putBack(['b', 'new'], ['a', 'b'], ['b'])).toEqual(['b', 'new', 'a']);
  expect(putBack(['a', 'b'], ['a', 'b'], ['b'])).toEqual(['a', 'b']);
  const page = (title: string) => ({ address: `https://a.example/${title}`, title, published: null });
  const before = { ...NO_TIES, claims: ['c'], page: page('old') };
  const back = putTiesBack({ ...NO_TIES, entities: ['e'] }, before, { ...before, page: null });
  expect(back).toEqual({ ...NO_TIES, entities: ['e'], page: page('old') });
  expect(putTiesBack({ ...NO_TIES, page: page('new') }, before, { ...before, page: null }).page?.title).toBe('new');
});
