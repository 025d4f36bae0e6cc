/** One form of a value, its checksums, and ids made from what others call their notes. */

/**
 * JSON with the keys of every object in the order of their UTF-16 units and without white space (as RFC 8785 does), so that
 * equal values give equal texts. For plain data that is not nested deeper than a file may be.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a text's UTF-8, as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/**
 * A short sum of a text (FNV-1a over its UTF-16 units, 32 bits, 8 digits): it only tells which note of an altered file
 * is the altered one; whether there is one, SHA-256 says.
 */
export function shortSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** A UUID of our own (random, once), which keeps ids made here apart from all others of version 5. */
const NAMESPACE = '8b0f5d0a3c1e4f7a9d26c7e15b94a3f2';

/** The UUID of a name (RFC 9562, version 5): the same name gives the same id on every machine and at each import. */
export async function derivedId(name: string): Promise<string> {
  const space = Uint8Array.from(NAMESPACE.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
  const text = new TextEncoder().encode(name);
  const bytes = new Uint8Array(space.length + text.length);
  bytes.set(space);
  bytes.set(text, space.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return hex(digest).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
