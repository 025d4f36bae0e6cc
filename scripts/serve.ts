/** Serves pages on loopback only, for `npm start` and the end-to-end tests. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

export interface Server {
  /** Address of the folder, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Response headers by path ("/csp.html"). */
  headers?: Record<string, Record<string, string>>;
  /** Pages that are made here and not read from the folder, as HTML by path. */
  pages?: Record<string, string>;
}

/** Serves the files of one folder. Anything outside of it, and anything that is not there, is answered with 404. */
export async function serve(folder: string, { headers = {}, pages = {} }: ServeOptions = {}): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const made = pages[path];
    // `path` begins with a slash after `normalize`, so it cannot climb out of the folder.
    const body = made ?? (await readFile(join(folder, path)).catch(() => null));
    if (body === null) {
      // Browsers ask for an icon by themselves; a page without one is no fault.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = made === undefined ? (TYPES[extname(path)] ?? 'application/octet-stream') : TYPES['.html'];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers[path] }).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
