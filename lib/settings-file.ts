/** Settings as a file: written out, checked and read in again, reset. */
import { SETTINGS } from './settings';

const FORMAT = 'daftar-settings';
const VERSION = 1;

/** The values of settings by their names. */
export type Values = Record<string, unknown>;

/** What is wrong with a file: which kind of fault, and where. */
export class SettingsFileError extends Error {
  readonly fault: 'json' | 'format' | 'version' | 'unknown' | 'value';
  readonly place: string;

  constructor(fault: SettingsFileError['fault'], place = '') {
    super(`${fault} ${place}`);
    this.fault = fault;
    this.place = place;
  }
}

/** All settings as they are now. */
export async function readSettings(): Promise<Values> {
  return Object.fromEntries(await Promise.all(SETTINGS.map(async one => [one.name, await one.getValue()])));
}

/** Sets those that are given, and all others to their defaults. */
export async function writeSettings(values: Values): Promise<void> {
  await Promise.all(SETTINGS.map(one => one.setValue((one.name in values ? values[one.name] : one.fallback) as never)));
}

/** @param day ISO, when it was written */
export function settingsAsFile(values: Values, day: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, written: day, settings: values }, null, 2)}\n`;
}

/**
 * The settings that a file holds. Nothing is changed yet.
 * @throws SettingsFileError when it is no such file, comes from a later Daftar, or a value is not allowed
 */
export function settingsFromFile(text: string): Values {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new SettingsFileError('json');
  }
  const { format, version, settings } = (file ?? {}) as { format?: unknown; version?: unknown; settings?: unknown };
  if (format !== FORMAT || typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new SettingsFileError('format');
  if (version !== VERSION) throw new SettingsFileError('version', String(version));
  for (const [name, value] of Object.entries(settings)) {
    const setting = SETTINGS.find(one => one.name === name);
    if (!setting) throw new SettingsFileError('unknown', name);
    if (!setting.check(value)) throw new SettingsFileError('value', `${name}: ${JSON.stringify(value)}`);
  }
  return settings as Values;
}
