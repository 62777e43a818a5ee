import type { ProfileAct } from '../../../components/dashboard/actions/profile-act.ts';
import type { ActionObstacle } from '../../changes/profiles/obstacle.ts';
import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the board says on the way from a profile to a change of it. */
export const actionWords = {
  acts: {
    'clear-cooldown': { label: say`End its wait`, description: say`ends only what a check speaks against` },
    rotate: { label: say`New secret`, description: say`same name, every store; checked first` },
    earlier: { label: say`Try it earlier`, description: say`one place up in the order` },
    later: { label: say`Try it later`, description: say`one place down in the order` },
    rename: { label: say`Rename`, description: say`in every store, order and the config` },
    copy: { label: say`Copy to an agent`, description: say`its own copy, which wins over main’s` },
    'refresh-copies': { label: say`Bring copies up to date`, description: say`agents whose copy holds an older secret` },
    remove: { label: say`Remove`, description: say`says first who falls back to what` },
  } satisfies Record<ProfileAct, { readonly label: SafeText; readonly description: SafeText }>,
  /** Instead of the description, what keeps it from being done here. */
  notHere: {
    unknown: say`not here: the layout is not known`,
    'no-openclaw': say`not here: no openclaw is on PATH`,
    'no-command': say`not here: OpenClaw has no command for it`,
  } satisfies Record<ActionObstacle, SafeText>,
  title(name: SafeText): SafeText {
    return say`What to do with ${name}`;
  },
  newSecret(name: SafeText): SafeText {
    return say`New secret of ${name}`;
  },
  lifetimeHint: say`For example 365d; empty records no end: the token itself does not tell.`,
  unproved: say`It was not proved that Anthropic takes this token.`,
  newName: say`New name`,
  newNameHint: say`anthropic: and a name of your own; orders and copies follow.`,
  copyTo(name: SafeText): SafeText {
    return say`Copy ${name} to`;
  },
  noAgentLeft: say`Every agent has it already.`,
  notStored: say`Only a profile in a store can be changed here; select one.`,
  nothingToDo: say`It is so already: nothing to write.`,
  undoing: say`Taking it back…`,
  done(title: SafeText): SafeText {
    return say`Done: ${title}. u takes it back.`;
  },
  doneByOpenclaw(title: SafeText): SafeText {
    return say`Done by OpenClaw: ${title}.`;
  },
  notRemembered: say`It is done, but it could not be noted down: u will not find it.`,
  noEffect: say`No agent uses another credential by this.`,
  agentsUse: say`Agents will use`,
  more(count: number): SafeText {
    return say`and ${count} more`;
  },
} as const;
