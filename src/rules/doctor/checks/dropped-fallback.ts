import { effectiveConfig } from '../../agents.ts';
import { fallbackModels, modelMap } from '../../model-settings.ts';
import { supports } from '../../versions.ts';
import type { Check } from '../check.ts';

/** Before 2026.8.1 `agents.defaults.models` is also the list of allowed models: fallbacks that are not in it are dropped (S15). */
export const droppedFallback: Check = {
  code: 'dropped-fallback',
  find: ({ snapshot }) => {
    const { version } = snapshot.installation;
    const { allowed } = modelMap(snapshot);
    if (supports(version, 'agent-entries') || allowed.length === 0) return [];
    const dropped = fallbackModels(effectiveConfig(snapshot.config), version).filter((ref) => !allowed.includes(ref));
    if (dropped.length === 0) return [];
    return [
      {
        severity: 'warning',
        place: { in: 'config', keys: ['agents', 'defaults', 'models'] },
        agents: [],
        told: { by: 'doctor', detail: { what: 'dropped-fallback', models: dropped } },
        mend: { do: 'edit', config: dropped.map((ref) => ({ kind: 'set', path: ['agents', 'defaults', 'models', ref], value: {} })), store: null },
      },
    ];
  },
};
