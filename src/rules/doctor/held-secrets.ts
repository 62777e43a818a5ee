import type { Secret } from '../../terminal/secret.ts';
import type { WarnedProfile } from '../agent-warnings.ts';
import { anthropic, normaliseProvider } from '../provider-id.ts';
import { pathOf, storeOf } from '../store-merge.ts';
import type { DoctorFacts } from './facts.ts';
import type { Place } from './finding.ts';
import { entryPlace } from './store-entry.ts';
import { storesOf } from './stored-ids.ts';

/** A key or token in a store; a login is OpenClaw's own to judge. */
export interface HeldSecret {
  readonly profile: WarnedProfile;
  readonly secret: Secret;
  readonly place: Place;
  /** Agents whose own store holds it. */
  readonly agents: readonly string[];
  /** The first of them. */
  readonly agentId: string;
}

/** The Anthropic keys and tokens of all stores, each where it lies. */
export function heldSecrets({ snapshot }: DoctorFacts): readonly HeldSecret[] {
  return storesOf(snapshot).flatMap((reading) => {
    const path = pathOf(reading);
    const own = path !== pathOf(snapshot.sharedStore);
    const agents = snapshot.agents.filter(({ store }) => pathOf(store) === path).map(({ id }) => id);
    return [...storeOf(reading).profiles.values()].flatMap(({ id, type, provider, secret, reference }): readonly HeldSecret[] => {
      // What a reference leads to is not kept here, and is not mended here.
      if (secret === null || reference !== null || type === 'oauth' || normaliseProvider(provider) !== anthropic) return [];
      return [{ profile: { profileId: id, path, type, own }, secret, agents, agentId: agents[0] ?? '', place: entryPlace(reading, ['profiles', id]) }];
    });
  });
}
