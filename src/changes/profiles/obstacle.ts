import { isDatabaseLayout } from '../../openclaw/layout.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { supports } from '../../rules/versions.ts';
import type { ProfileAction } from './profile-plan.ts';

/**
 * What keeps an action from being done here, whatever profile it is for: the layout is `unknown`, and never written ·
 * OpenClaw alone writes it, and there is `no-openclaw` on PATH · `no-command` of OpenClaw's does it.
 */
export type ActionObstacle = 'unknown' | 'no-openclaw' | 'no-command';

/** Null where it can be planned; the plan may still refuse it, for reasons that lie in the profile. */
export function actionObstacle({ installation }: Snapshot, action: ProfileAction): ActionObstacle | null {
  const { layout, program } = installation;
  if (layout === 'unknown') return 'unknown';
  if (!isDatabaseLayout(layout)) return null;
  if (!hasCommand(installation, action)) return 'no-command';
  return program === null ? 'no-openclaw' : null;
}

/** True for what OpenClaw's own commands do in a database layout. */
export function hasCommand({ version }: Snapshot['installation'], action: ProfileAction): boolean {
  switch (action) {
    case 'order-set':
    case 'order-clear':
    case 'rotate':
      return true;
    case 'remove':
      return supports(version, 'logout-command');
    case 'activate':
      return supports(version, 'activate-command');
    case 'rename':
    case 'copy':
    case 'refresh-copies':
    case 'clear-cooldown':
      return false;
  }
}
