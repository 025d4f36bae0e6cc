import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defineSetting, density, packsOff, SETTINGS, type Setting } from './settings';
import { readSettings, SettingsFileError, settingsAsFile, settingsFromFile, writeSettings } from './settings-file';

beforeEach(() => fakeBrowser.reset());

const all = SETTINGS as readonly unknown[] as readonly Setting<unknown>[];

describe('a setting', () => {
  it.each(all.map(one => [one.name, one] as const))('has a default that its own check allows: %s', async (_, one) => {
    expect(one.check(one.fallback)).toBe(true);
    expect(await one.getValue()).toEqual(one.fallback);
  });

  it('is its default where storage holds what it cannot be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.jsonValue(), async (one, value) => {
        await fakeBrowser.storage.local.set({ [one.name]: value });
        const read = await one.getValue();
        expect(one.check(read)).toBe(true);
        if (!one.check(value)) expect(read).toEqual(one.fallback);
      }),
    );
  });

  it('tells of changes, a broken one as the default', async () => {
    const seen: unknown[] = [];
    const stop = density.watch(value => seen.push(value));
    await density.setValue('everything');
    await density.setValue('nothing' as never);
    stop();
    await density.setValue('figures');
    expect(seen).toEqual(['everything', 'figures-and-facts']);
  });

  it('takes over what an earlier version of it held', async () => {
    await fakeBrowser.storage.local.set({ size: 3 });
    const isText = (value: unknown): value is string => typeof value === 'string';
    const size = defineSetting('size', 'medium', isText, 2, { 2: value => (value === 3 ? 'large' : 'small') });
    await vi.waitFor(async () => expect(await size.getValue()).toBe('large'));
  });

  it('has a name of its own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
});

describe('settings as a file', () => {
  it('gives back what was written out', async () => {
    await density.setValue('everything');
    await packsOff.setValue(['a', 'b']);
    const before = await readSettings();
    const file = settingsAsFile(before, '2026-11-24');
    await writeSettings({});
    expect(await density.getValue()).toBe('figures-and-facts');
    await writeSettings(settingsFromFile(file));
    expect(await readSettings()).toEqual(before);
  });

  it.each<[string, SettingsFileError['fault'], string]>([
    ['no JSON', 'json', ''],
    ['null', 'format', ''],
    ['[]', 'format', ''],
    ['{"format":"notes","version":1,"settings":{}}', 'format', ''],
    ['{"format":"daftar-settings","version":1,"settings":[]}', 'format', ''],
    ['{"format":"daftar-settings","version":2,"settings":{}}', 'version', '2'],
    ['{"format":"daftar-settings","version":1,"settings":{"colour":"red"}}', 'unknown', 'colour'],
    ['{"format":"daftar-settings","version":1,"settings":{"density":"all"}}', 'value', 'density: "all"'],
    ['{"format":"daftar-settings","version":1,"settings":{"packsOff":[1]}}', 'value', 'packsOff: [1]'],
  ])('is refused whole, with the place: %s', (text, fault, place) => {
    let error: unknown;
    try {
      settingsFromFile(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SettingsFileError);
    expect(error).toMatchObject({ fault, place });
  });

  it('is read without an error of another kind, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        try {
          settingsFromFile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SettingsFileError);
        }
      }),
    );
  });
});
