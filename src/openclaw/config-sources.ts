import { configLimitBytes, type HostFiles } from './host-files.ts';
import { parseJson5Value } from './json-text.ts';
import type { ConfigReading, FileImage } from './snapshot.ts';

/** One file that a config is made of. */
export interface ConfigSource {
  readonly image: FileImage;
  /** As written in this file: no includes, no substitution. */
  readonly written: unknown;
}

/** Path to source; the config itself is the first. Empty when there is no config. */
export type ConfigSources = ReadonlyMap<string, ConfigSource>;

/**
 * The config as it was read, and the files that it includes, which are read again for their bytes. A file that went away
 * or broke meanwhile is left out; what would be edited in it is then found nowhere.
 */
export async function readConfigSources(config: ConfigReading, files: HostFiles): Promise<ConfigSources> {
  const sources = new Map<string, ConfigSource>();
  if (config.state !== 'read') return sources;
  sources.set(config.image.path, { image: config.image, written: config.written });
  for (const path of config.includes) {
    const reading = await files.readText(path, configLimitBytes);
    if (!reading.ok) continue;
    const parsed = parseJson5Value(reading.image.text.reveal());
    if (parsed !== null) sources.set(path, { image: reading.image, written: parsed.value });
  }
  return sources;
}
