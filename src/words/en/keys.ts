import { say } from '../../terminal/safe-text.ts';

/** What a key does on the set-up: in a word for the footer, in a sentence for the help. */
export const wizardKeyLabels = {
  continue: { short: say`continue`, long: say`go on to the next screen` },
  choose: { short: say`choose`, long: say`take the highlighted answer` },
  select: { short: say`select`, long: say`highlight another answer; its number takes it at once` },
  scroll: { short: say`scroll`, long: say`read on where not all fits on the screen` },
  back: { short: say`back`, long: say`back to the screen before, which is as you left it` },
  leave: { short: say`leave`, long: say`leave; nothing is written that was not shown and confirmed` },
  interrupt: { short: say`leave`, long: say`leave at once, from anywhere` },
  cancel: { short: say`cancel`, long: say`stop what is going on, and go back` },
  readAgain: { short: say`read again`, long: say`read all files again` },
  apply: { short: say`write these changes`, long: say`write the changes shown; the old texts are kept beside the files` },
  clear: { short: say`clear`, long: say`empty the field` },
  check: { short: say`check it`, long: say`take what stands in the field, and check it` },
  next: { short: say`next`, long: say`take what stands in the field, and go on` },
  understood: { short: say`understood`, long: say`note that you have read this, and go on` },
  status: { short: say`status`, long: say`go to the dashboard` },
  sample: { short: say`made-up sample`, long: say`fill in a made-up credential (only in the demo)` },
  runClaude: { short: say`run it here`, long: say`run claude setup-token in this terminal, and come back` },
  help: { short: say`keys`, long: say`this list; Esc closes it` },
} as const;

/** What a key does in the editor of cache settings. */
export const editorKeyLabels = {
  change: { short: say`change`, long: say`choose the retention of the selected agent` },
  review: { short: say`review`, long: say`see what would be written` },
  save: { short: say`save`, long: say`write the change shown; u takes it back` },
  model: { short: say`model’s baseline`, long: say`choose the retention of the agent’s model, for all agents without one of their own` },
  advice: { short: say`cost`, long: say`see what none, short and long would cost the selected agent` },
  migrate: { short: say`migrate`, long: say`replace the old cacheControlTtl by cacheRetention` },
  asMeasured: { short: say`as measured`, long: say`back to what OpenClaw’s own records say` },
  undo: { short: say`undo`, long: say`take the last save back, to the byte` },
  back: { short: say`back`, long: say`back to the table; nothing is written` },
  leave: { short: say`leave`, long: say`leave the editor; what was saved stays saved` },
  move: { short: say`move`, long: say`select another line` },
  scroll: { short: say`scroll`, long: say`read on where not all fits on the screen` },
  every: { short: say`interval`, long: say`reckon with rarer or more frequent calls` },
  prefix: { short: say`tokens`, long: say`reckon with a longer or shorter prompt` },
} as const;
