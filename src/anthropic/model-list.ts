import { redact } from '../terminal/redact.ts';
import { safeText } from '../terminal/safe-text.ts';
import type { Secret } from '../terminal/secret.ts';
import { parseJson, stringAt, valueAt } from './error-body.ts';
import type { CredentialKind, ListedModel } from './verdict.ts';

/** Used when the list names no Haiku that is known. */
const fallbackModel = 'claude-haiku-4-5';

/**
 * Cheapest first, by the prices of 2026-10-08 (facts, anthropic-api section 4). A setup-token is first tried with the
 * Haiku that was seen to answer outside Claude Code.
 */
const preferredModels: Readonly<Record<CredentialKind, readonly string[]>> = {
  'api-key': ['claude-haiku-5-5', 'claude-haiku-4-5'],
  'setup-token': ['claude-haiku-4-5', 'claude-haiku-5-5'],
};

/** Ids as Anthropic and gateways write them. */
const modelId = /^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}$/;

/**
 * Reads the reply to `GET /v1/models`; entries that are no models, or retired ones, are left out.
 *
 * @param secrets a server may echo them; they never come back from here
 * @returns null when it is not such a list at all
 */
export function readModelList(body: string, secrets: readonly Secret[]): readonly ListedModel[] | null {
  const data = valueAt(parseJson(body), 'data');
  if (!Array.isArray(data)) return null;
  return data.flatMap((entry: unknown) => {
    const id = stringAt(entry, 'id');
    if (!modelId.test(id) || stringAt(entry, 'lifecycle') === 'retired' || redact(id, secrets) !== id) return [];
    const name = stringAt(entry, 'display_name');
    return [{ id, displayName: name === '' ? null : safeText(redact(name, secrets)).slice(0, 100) }];
  });
}

/** True for the reply to a message: whatever its text is, a model answered. */
export function isMessage(body: string): boolean {
  const message = parseJson(body);
  return stringAt(message, 'type') === 'message' && stringAt(message, 'id') !== '' && Array.isArray(valueAt(message, 'content'));
}

/** The model that answers one word for the least money. */
export function cheapestModel(models: readonly ListedModel[], kind: CredentialKind): string {
  const ids = models.map(({ id }) => id);
  const found = preferredModels[kind].map((name) => ids.find((id) => id === name) ?? ids.find((id) => isDated(id, name)));
  return found.find((id) => id !== undefined) ?? fallbackModel;
}

/** `claude-haiku-4-5-20251001` is `claude-haiku-4-5`. */
function isDated(id: string, name: string): boolean {
  return id.startsWith(`${name}-`) && /^\d{8}$/.test(id.slice(name.length + 1));
}
