import type { BoardEntry } from '../../../src/rules/board.ts';
import { leftovers } from '../../../src/rules/same-secrets.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { actionWords } from '../../../src/words/actions.ts';
import type { MenuItem } from '../../parts/Menu.tsx';
import type { DashboardEvent, DashboardState } from '../state.ts';
import { movedInOrder, orderPlace } from './reorder.ts';
import type { ProfileAct } from './profile-act.ts';

export interface ActionChoice extends MenuItem {
  readonly event: DashboardEvent;
}

/** What can be done with this profile now, what helps most first. */
export function actionChoices(state: DashboardState, entry: BoardEntry): readonly ActionChoice[] {
  return actsFor(state, entry).map((act) => ({ id: act, ...actionWords.acts[act], event: { type: 'act', act } }));
}

function actsFor(state: DashboardState, entry: BoardEntry): readonly ProfileAct[] {
  const { snapshot, now } = state;
  const { source, standing, type } = entry;
  if (source.from !== 'profile') return [];
  const { profileId } = source;
  const place = orderPlace(snapshot, entry, now);
  const canMove = (by: 1 | -1): boolean => place !== null && movedInOrder(place, profileId, by) !== null;
  const isStale = leftovers(snapshot).some((one) => one.kind === 'stale-copy' && one.profileId === profileId);
  const acts: readonly (readonly [ProfileAct, boolean])[] = [
    ['clear-cooldown', standing.state === 'waiting' && entry.secret !== null],
    ['rotate', type === 'api_key' || type === 'token'],
    ['refresh-copies', isStale],
    ['earlier', canMove(-1)],
    ['later', canMove(1)],
    ['copy', snapshot.agents.length > 1],
    ['rename', true],
    ['remove', true],
  ];
  return acts.filter(([, isPossible]) => isPossible).map(([act]) => act);
}

/** The agents that a copy can go to: those whose own store does not have the profile. */
export function copyChoices({ snapshot }: DashboardState, { source }: BoardEntry): readonly ActionChoice[] {
  if (source.from !== 'profile') return [];
  const { profileId } = source;
  const without = snapshot.agents.filter(({ store }) => store.state !== 'read' || !store.store.profiles.has(profileId));
  return without.map(({ id, name }) => ({
    id,
    label: safeText(id),
    ...(name === null || name === id ? {} : { description: safeText(name) }),
    event: { type: 'copy-to', agentId: id },
  }));
}
