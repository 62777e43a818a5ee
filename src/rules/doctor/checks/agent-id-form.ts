import type { Check } from '../check.ts';
import { fromRoute } from '../from-route.ts';

/** An agent's id with capitals or spaces: this version ignores the agent's params, while everything else takes both forms (S19). */
export const agentIdForm: Check = {
  code: 'agent-id-form',
  find: (facts) =>
    fromRoute(facts, 'agent-id-form', 'warning', ({ path }) => ({ in: 'config', keys: path }), ({ path, id }) =>
      path.at(-1) === 'id' ? { do: 'edit', config: [{ kind: 'set', path, value: id }], store: null } : null,
    ),
};
