import { readSnapshot } from '../../openclaw/read-snapshot.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { locateInstallation } from '../../openclaw/locate.ts';
import type { InstallationFlags } from '../../openclaw/installation.ts';
import { pricedModels } from '../../anthropic/models.ts';
import { definitions, preferenceNames } from '../../preferences/definitions.ts';
import { checkCodes } from '../../rules/doctor/check-codes.ts';
import { formatModelRef } from '../../rules/model-ref.ts';
import { usedModels } from '../../rules/model-settings.ts';
import { profileTypes } from '../../rules/profile-types.ts';
import { anthropic } from '../../rules/provider-id.ts';
import { currentHost } from '../host.ts';
import { shells } from './shells.ts';

/** What words of a command line may be: `<agent>` for an argument, `--agent` for the value of a flag. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

const lifetimes = ['365d', '90d', '30d'] as const;
const retentions = ['none', 'short', 'long'] as const;

/** Of every preference: which one is set is not looked at. */
const preferenceValues = preferenceNames.flatMap((name) => definitions[name].choices).filter((value) => /^[a-z]+$/.test(value));

/** Names that no installation is asked for. One command's own argument goes by its whole name. */
const fixed: KnownNames = new Map<string, readonly string[]>([
  ['cache set <value>', retentions],
  ['cache baseline <value>', [...retentions, 'inherit']],
  ['config get <name>', preferenceNames],
  ['config set <name>', preferenceNames],
  ['config unset <name>', preferenceNames],
  ['config set <value>', preferenceValues],
  ['<shell>', shells],
  ['--only', checkCodes],
  ['--auth-choice', ['apiKey', 'setup-token', 'token']],
  ['--token-provider', ['anthropic']],
  ['--provider', ['anthropic']],
  ['--token-expires-in', lifetimes],
  ['--expires-in', lifetimes],
  ['--every', ['5m', '30m', '1h']],
]);

/** Only what a shell takes as one plain word: nothing that a file holds may act on a command line. */
const plainWord = /^[\w.:@/+-]{1,100}$/;

/**
 * The names that the installation at hand adds: its agents, profiles and models. What cannot be read adds none; a key
 * press is no place for an error.
 */
export async function knownNames(flags: InstallationFlags): Promise<KnownNames> {
  const names = new Map(fixed);
  try {
    const host = currentHost();
    const located = await locateInstallation(flags, host, localFiles);
    if (!located.ok) return names;
    const snapshot = await readSnapshot(located.installation, host, localFiles, Date.now());
    const priced = pricedModels.map((modelId) => formatModelRef({ provider: anthropic, modelId }));
    const models = plain([...new Set([...usedModels(snapshot), ...priced])]);
    const profiles = plain([...profileTypes(snapshot).keys()]);
    const agents = plain(snapshot.agents.map(({ id }) => id));
    for (const name of ['<agent>', '--agent', '--from', '--to']) names.set(name, agents);
    for (const name of ['<model>', '--set-default-model']) names.set(name, models);
    for (const name of ['<profile>', '<profiles>', '--profile-id', '--probe-profile', '--token-profile-id']) names.set(name, profiles);
    return names;
  } catch {
    return names;
  }
}

function plain(words: readonly string[]): readonly string[] {
  return words.filter((word) => plainWord.test(word));
}
