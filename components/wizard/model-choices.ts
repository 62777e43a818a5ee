import type { CheckReport } from '../../src/anthropic/verdict.ts';
import { catalogueEntry } from '../../src/rules/model-catalogue.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { nameWords } from '../../src/words/wizard.ts';
import type { MenuItem } from '../parts/Menu.tsx';
import type { WizardFacts } from './state.ts';

/** A line of the model menu; `model` null keeps what is configured. */
export interface ModelChoice extends MenuItem {
  readonly model: string | null;
}

/**
 * The present default first, then what the live call listed. A model that this OpenClaw does not know would make every
 * run fail, so those come last and say so.
 */
export function modelChoices(facts: WizardFacts, report: CheckReport | null): readonly ModelChoice[] {
  const { version } = facts.snapshot.installation;
  const agent = facts.snapshot.agents.find(({ isDefault }) => isDefault) ?? facts.snapshot.agents[0];
  const present = agent?.model.ref ?? '';
  const keep: ModelChoice = { id: 'keep', label: nameWords.keepModel(safeText(present)), description: nameWords.keepModelFor, model: null };
  const listed = (report?.models ?? []).map(({ id }) => ({ id, entry: catalogueEntry(version, id) }));
  const offered = [...listed.filter(({ entry }) => entry !== 'unknown'), ...listed.filter(({ entry }) => entry === 'unknown')];
  return [
    keep,
    ...offered
      .filter(({ id }) => `anthropic/${id}` !== present)
      .map(({ id, entry }): ModelChoice => {
        const model = `anthropic/${id}`;
        if (entry !== 'unknown') return { id: model, label: safeText(model), model };
        return { id: model, label: nameWords.unknownModel(safeText(model)), description: nameWords.unknownToOpenClaw(safeText(version.text)), tone: 'attention', model };
      }),
  ];
}
