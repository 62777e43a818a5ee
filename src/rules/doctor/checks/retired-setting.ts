import { paramsSources, type ParamsSource } from '../../cache/layers.ts';
import { supports } from '../../versions.ts';
import type { ConfigEdit, JsonValue } from '../../../openclaw/config-edit-value.ts';
import type { Check, Found } from '../check.ts';
import type { DoctorFacts } from '../facts.ts';
import { paramRemoval } from '../param-removal.ts';

/** The beta that one hour of cache needed once; no version sends it by itself (observed, section 0). */
const extendedTtlBeta = 'extended-cache-ttl-2025-04-11';

/** Settings that did something once: `context1m` from 2026.5.22 on, and the beta for an hour of cache in every version. */
export const retiredSetting: Check = {
  code: 'retired-setting',
  find: (facts) => [...contextSwitches(facts), ...extendedTtl(facts)],
};

function contextSwitches(facts: DoctorFacts): readonly Found[] {
  if (!supports(facts.snapshot.installation.version, 'context1m-retired')) return [];
  return places(facts, 'context1m').map(({ source, agents }) => tell('context1m', source, 'context1m', agents, paramRemoval(facts, [...source.path, 'context1m'])));
}

function extendedTtl(facts: DoctorFacts): readonly Found[] {
  return places(facts, 'anthropicBeta').flatMap(({ source, agents }) => {
    const value = source.params['anthropicBeta'];
    const path = [...source.path, 'anthropicBeta'];
    if (value === extendedTtlBeta) return [tell('extended-cache-ttl', source, 'anthropicBeta', agents, paramRemoval(facts, path))];
    if (!Array.isArray(value) || !value.includes(extendedTtlBeta)) return [];
    const rest = value.filter((name): name is JsonValue => name !== extendedTtlBeta && typeof name === 'string');
    return [tell('extended-cache-ttl', source, 'anthropicBeta', agents, rest.length === 0 ? paramRemoval(facts, path) : { kind: 'set', path, value: rest })];
  });
}

/** Each place that sets a key once, with the agents it speaks for. */
function places({ snapshot }: DoctorFacts, key: string): readonly { readonly source: ParamsSource; readonly agents: readonly string[] }[] {
  const found = new Map<string, { readonly source: ParamsSource; readonly agents: string[] }>();
  for (const agent of snapshot.agents) {
    for (const source of paramsSources(snapshot, agent)) {
      if (!Object.hasOwn(source.params, key)) continue;
      const known = found.get(source.path.join('\n'));
      if (known === undefined) found.set(source.path.join('\n'), { source, agents: [agent.id] });
      else known.agents.push(agent.id);
    }
  }
  return [...found.values()];
}

function tell(setting: 'context1m' | 'extended-cache-ttl', source: ParamsSource, key: string, agents: readonly string[], edit: ConfigEdit): Found {
  return {
    severity: 'warning',
    place: { in: 'config', keys: [...source.path, key] },
    agents,
    told: { by: 'route', warning: { code: setting === 'context1m' ? 'context1m-retired' : 'extended-cache-ttl' } },
    mend: { do: 'edit', config: [edit], store: null },
  };
}
