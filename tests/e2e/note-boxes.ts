/** What stands in the closed shadow root that shows notes: no page sees it, the browsers' own protocols do. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/launch.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface ShownBoxes {
  lines: Box[];
  handles: { label: string; box: Box }[];
}

const HOST = 'daftar-notes';

export const noteBoxes = (page: Page, kind: BrowserKind): Promise<ShownBoxes> =>
  kind === 'chrome' ? inChrome(page) : inFirefox(page);

interface CdpNode {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function inChrome(page: Page): Promise<ShownBoxes> {
  const opening = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, opening);
  const session = await opening;
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const all = (node: CdpNode): CdpNode[] => [
    node,
    ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all),
  ];
  const host = all(root as unknown as CdpNode).find(({ nodeName }) => nodeName === HOST.toUpperCase());
  const shown: ShownBoxes = { lines: [], handles: [] };
  for (const node of host ? all(host) : []) {
    const attributes = node.attributes ?? [];
    const attribute = (name: string) => attributes[attributes.indexOf(name) + 1] ?? '';
    const isHandle = node.nodeName === 'BUTTON' && !attributes.includes('hidden');
    if (!isHandle && !attribute('class').split(' ').includes('line')) continue;
    const model = await session.send('DOM.getBoxModel', { nodeId: node.nodeId }).catch(() => null);
    if (!model) continue;
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.model.border;
    const box = { left, top, right, bottom };
    if (isHandle) shown.handles.push({ label: attribute('aria-label'), box });
    else shown.lines.push(box);
  }
  return shown;
}

interface BidiNode {
  sharedId?: string;
  value?: {
    localName?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

interface BidiConnection {
  send<T>(method: string, parameters: object): Promise<{ result: { result: T } }>;
}

async function inFirefox(page: Page): Promise<ShownBoxes> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send<BidiNode>('script.evaluate', {
    expression: `document.querySelector('${HOST}')`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  const all = (node: BidiNode): BidiNode[] => [
    node,
    ...[...(node.value?.shadowRoot ? [node.value.shadowRoot] : []), ...(node.value?.children ?? [])].flatMap(all),
  ];
  const shown: ShownBoxes = { lines: [], handles: [] };
  for (const { sharedId, value } of all(result.result)) {
    const attributes = value?.attributes ?? {};
    const isHandle = value?.localName === 'button' && !('hidden' in attributes);
    if (!isHandle && attributes.class !== 'line') continue;
    const measured = await connection.send<{ value: string }>('script.callFunction', {
      functionDeclaration: `element => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return JSON.stringify({ left, top, right, bottom });
      }`,
      arguments: [{ sharedId }],
      target: { context },
      awaitPromise: false,
    });
    const box = JSON.parse(measured.result.result.value) as Box;
    if (isHandle) shown.handles.push({ label: attributes['aria-label'] ?? '', box });
    else shown.lines.push(box);
  }
  return shown;
}
