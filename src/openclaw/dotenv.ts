import { join } from 'node:path';
import { partLimitBytes, type HostFiles } from './host-files.ts';

const line =
  /^[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)(?:[^\S\n]*=[^\S\n]*|:[^\S\n]+)('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^#\n]*)?[^\S\n]*(?:#.*)?$/gm;

/**
 * Parses a `.env` by the common rules: `KEY=VALUE`, an optional `export`, quotes of three kinds (over several lines
 * too), `\n` and `\r` only in double quotes, comments after a space or `#`. A later line wins. Never throws; what is no
 * assignment is skipped.
 */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', written = ''] of text.replaceAll(/\r\n?/g, '\n').matchAll(line)) values.set(name, unquote(written.trim()));
  return values;
}

function unquote(written: string): string {
  const [, quote, inside] = /^(['"`])([\s\S]*)\1$/.exec(written) ?? [];
  if (inside === undefined) return written;
  return quote === '"' ? inside.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inside;
}

/** The `.env` of a directory and its path; empty when it is missing or cannot be read, as OpenClaw treats it. */
export async function readDotenv(
  directory: string,
  files: HostFiles,
): Promise<{ readonly path: string; readonly values: ReadonlyMap<string, string> }> {
  const path = join(directory, '.env');
  const reading = await files.readText(path, partLimitBytes);
  return { path, values: reading.ok ? parseDotenv(reading.image.text.reveal().replace(/^\uFEFF/, '')) : new Map() };
}
