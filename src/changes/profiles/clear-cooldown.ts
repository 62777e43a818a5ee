import { storeOf } from '../../rules/store-merge.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { profileTitle } from '../../words/profiles.ts';
import { heldStores, type HeldStore } from './held-stores.ts';
import { refused, type EditsResult, type StoreEdits } from './profile-edits.ts';
import type { ProfileFacts, ProfileWarning, ProfileWish, Proof } from './profile-plan.ts';
import { isDisproved, recordedWaits, waitEdits, type RecordedWait } from './waits.ts';

/**
 * Ends the waits that the proof speaks against, in every store that records them: an agent's record wins over main's, so
 * one that is left would go on (2026.2.24, section 2.4).
 *
 * @param now epoch ms; what is over by then is taken out too
 */
export function clearCooldownEdits({ snapshot }: ProfileFacts, { profileId, proof }: Extract<ProfileWish, { readonly action: 'clear-cooldown' }>, now: number): EditsResult {
  const ends = (wait: RecordedWait): boolean => now >= wait.until || isDisproved(wait, proof);
  const stored = heldStores(snapshot).filter((store) => isAbout(store, profileId, proof));
  const found = stored.map((store) => ({ store, waits: recordedWaits(store, profileId) }));
  const staying = found.flatMap(({ waits }) => waits.filter((wait) => !ends(wait)));
  const [worst] = staying.toSorted((a, b) => b.until - a.until);
  if (worst !== undefined && proof.by === 'verdict' && found.every(({ waits }) => !waits.some((wait) => now < wait.until && ends(wait)))) {
    return refused({ code: 'not-disproved', profileId, verdict: proof.verdict, ...waitFacts(worst) });
  }
  const stores = found.map(({ store, waits }): StoreEdits => ({ store, credentials: [], state: waitEdits(store, profileId, waits.filter(ends)) }));
  const warnings: readonly ProfileWarning[] = worst === undefined ? [] : [{ code: 'wait-stays', profileId, ...waitFacts(worst) }];
  const id = safeText(profileId);
  const title = proof.by === 'person' ? profileTitle.clearForced(id, safeText(proof.reason)) : profileTitle.clear(id);
  return { ok: true, edits: { title, stores, config: [], first: 'stores', warnings } };
}

/** A copy with another secret has waits of its own, of which nothing was proved. */
function isAbout({ reading }: HeldStore, profileId: string, proof: Proof): boolean {
  const own = storeOf(reading).profiles.get(profileId)?.secret ?? null;
  return proof.by === 'person' || proof.secret === null || own === null || own.equals(proof.secret);
}

export function waitFacts({ until, reasons, model }: RecordedWait): { readonly until: number; readonly reason: string | null; readonly model: string | null } {
  return { until, reason: reasons[0] ?? null, model };
}
