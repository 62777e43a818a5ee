/** The error object of Anthropic, as far as it is used. */
export interface AnthropicError {
  /** Such as `authentication_error`. */
  readonly type: string;
  readonly message: string;
  /** `error.details.error_code`, or an empty string. */
  readonly errorCode: string;
  /** `error.details.required_scopes` and what it nests, as one text. */
  readonly requiredScopes: string;
}

export interface ErrorBody {
  /** Null when the text is not JSON at all. */
  readonly json: unknown;
  readonly isJson: boolean;
  /** Null unless it is Anthropic's own envelope: `{"type":"error","error":{"type","message"}}`. */
  readonly error: AnthropicError | null;
  readonly requestId: string | null;
}

/** Reads the body of a reply, whatever it is. Never throws. */
export function readErrorBody(text: string): ErrorBody {
  const parsed = parseJson(text);
  if (parsed === undefined) return { json: null, isJson: false, error: null, requestId: null };
  const requestId = stringAt(parsed, 'request_id');
  return { json: parsed, isJson: true, error: errorOf(parsed), requestId: requestId === '' ? null : requestId };
}

/** The value under a key, or undefined; for JSON that nobody vouches for. */
export function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** The text under a key, or an empty one. */
export function stringAt(value: unknown, key: string): string {
  const found = valueAt(value, key);
  return typeof found === 'string' ? found : '';
}

/** @returns undefined when it is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(body: unknown): AnthropicError | null {
  const error = valueAt(body, 'error');
  const type = stringAt(error, 'type');
  const message = valueAt(error, 'message');
  if (stringAt(body, 'type') !== 'error' || type === '' || typeof message !== 'string') return null;
  const details = valueAt(error, 'details');
  const scopes = valueAt(details, 'required_scopes');
  return { type, message, errorCode: stringAt(details, 'error_code'), requiredScopes: scopes === undefined ? '' : JSON.stringify(scopes) };
}
