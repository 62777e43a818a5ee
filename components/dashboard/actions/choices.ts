import { actionObstacle, type ActionObstacle } from '../../../src/changes/profiles/obstacle.ts';
import type { ProfileAction } from '../../../src/changes/profiles/profile-plan.ts';
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
  const choices = actsFor(state, entry).map((act) => ({ act, obstacle: actionObstacle(state.snapshot, actions[act]) }));
  return [...choices.filter(({ obstacle }) => obstacle === null), ...choices.filter(({ obstacle }) => obstacle !== null)].map(({ act, obstacle }) => choiceOf(act, obstacle));
}

/** What cannot be done here says so beside its name; to choose it shows how to go about it with OpenClaw. */
function choiceOf(act: ProfileAct, obstacle: ActionObstacle | null): ActionChoice {
  const { label, description } = actionWords.acts[act];
  const event: DashboardEvent = { type: 'act', act };
  return obstacle === null ? { id: act, label, description, event } : { id: act, label, description: actionWords.notHere[obstacle], tone: 'muted', event };
}

/** Whether the profile can be given another secret from here. */
export function takesSecret(state: DashboardState, entry: BoardEntry): boolean {
  return actsFor(state, entry).includes('rotate') && actionObstacle(state.snapshot, 'rotate') === null;
}

const actions: Readonly<Record<ProfileAct, ProfileAction>> = {
  'clear-cooldown': 'clear-cooldown',
  rotate: 'rotate',
  earlier: 'order-set',
  later: 'order-set',
  rename: 'rename',
  copy: 'copy',
  'refresh-copies': 'refresh-copies',
  remove: 'remove',
};

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
