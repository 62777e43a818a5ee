import { ownerOf } from '../../../openclaw/config-owner.ts';
import type { ConfigSources } from '../../../openclaw/config-sources.ts';
import { refusalsOf } from '../../cache/refusals.ts';
import type { Refusal } from '../../cache/route-error.ts';
import type { Check } from '../check.ts';
import type { Mend } from '../finding.ts';

/** A key or a value for which this version refuses the whole config, per-agent params before 2026.3.13 among them (S1). */
export const configRefused: Check = {
  code: 'config-refused',
  find: ({ snapshot, sources }) =>
    refusalsOf(snapshot).map((refusal) => ({
      severity: 'problem',
      place: { in: 'config', keys: refusal.path },
      agents: refusal.because.kind === 'shared-agent-dir' ? refusal.because.agentIds : [],
      told: { by: 'route-error', error: { code: 'config-refused', refusal, more: 0 }, version: snapshot.installation.version.text },
      mend: mendOf(refusal, sources),
    })),
};

/** What only a later version takes, or none any more, can go; the rest is a decision. */
function mendOf({ path, because }: Refusal, sources: ConfigSources): Mend | null {
  const remove: Mend = { do: 'edit', config: [{ kind: 'remove', path }], store: null };
  switch (because.kind) {
    case 'too-early':
      return remove;
    case 'gone':
      if (because.instead === null) return remove;
      return isVariable(sources, path) ? null : { do: 'move-key', from: path, to: because.instead.split('.') };
    case 'missing':
    case 'wrong-type':
    case 'agent-id':
    case 'several-defaults':
    case 'two-owners':
    case 'shared-agent-dir':
      return null;
  }
}

/** A reference to a variable is somebody's intent, and is not moved by us. */
function isVariable(sources: ConfigSources, path: readonly string[]): boolean {
  const owner = ownerOf(sources, path);
  return owner.state === 'found' && typeof owner.value === 'string' && owner.value.includes('${');
}
