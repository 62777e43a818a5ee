import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };
const model = (primary: string): object => config({ agents: { defaults: { model: { primary } } } });

export const unknownModel: DoctorCase = {
  trouble: { config: model('anthropic/claude-opus-9'), stores },
  expected: { severity: 'problem', says: /does not know the model anthropic\/claude-opus-9/, at: '.openclaw/openclaw.json:5', mend: /Choose another model/ },
  nearMiss: { config: model('anthropic/claude-opus-4-6'), stores },
};
