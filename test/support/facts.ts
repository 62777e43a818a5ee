import { readFacts } from '../../src/commands/read-facts.ts';
import type { WizardFacts } from '../../components/wizard/state.ts';
import { makeHome, type HomeContent, type TestHome } from './homes.ts';

/** A home and what the wizard reads in it. */
export interface ReadHome {
  readonly home: TestHome;
  readonly facts: WizardFacts;
  /** Reads again. @param now epoch ms */
  readonly read: (now?: number) => Promise<WizardFacts>;
}

/** Makes a home and reads it as the commands do. The caller disposes of the home. */
export async function readHome(content: HomeContent, variables: Readonly<Record<string, string>> = {}): Promise<ReadHome> {
  const home = await makeHome(content);
  const read = (now = Date.now()): Promise<WizardFacts> => readFacts({}, home.host(variables), now);
  return { home, facts: await read(), read };
}
