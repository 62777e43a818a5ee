import { Secret } from '../terminal/secret.ts';
import { effectiveLayer, type EnvironmentLayer } from './environment.ts';
import type { CredentialVariable } from './snapshot.ts';

/** In the order in which OpenClaw looks (2026.2.24, section 10). */
const names = ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY'] as const;

/**
 * Every place that sets one of Anthropic's two variables to something that is not blank, strongest first within a name.
 * At most one of a name is effective. The login shell, which OpenClaw can ask as well, is not run.
 *
 * @param layers strongest first.
 */
export function credentialVariables(layers: readonly EnvironmentLayer[]): readonly CredentialVariable[] {
  return names.flatMap((name) => {
    const winner = effectiveLayer(name, layers);
    return layers.flatMap((layer): CredentialVariable[] => {
      const value = cleaned(layer.values.get(name) ?? '');
      if (value === '') return [];
      return [{ name, secret: new Secret(value), origin: layer.origin, path: layer.path, effective: layer === winner }];
    });
  });
}

/** Line breaks go anywhere, spaces at the ends: what OpenClaw sends. */
function cleaned(value: string): string {
  return value.replaceAll(/[\r\n\u2028\u2029]/g, '').trim();
}
