import type { CacheRefusal, CacheWarning } from '../../changes/cache-plan.ts';
import type { Retention } from '../../rules/cache/retention.ts';
import type { CacheEffect, CacheStanding } from '../../rules/cache-table.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { listWords, pathWords } from '../neutral/config-text.ts';
import { layerWords } from './cache.ts';
import type { Explanation } from '../explanation.ts';
import { refusalWords } from './changes.ts';
import { routeErrorWords } from './route-error.ts';

/** The title of a change of one retention. @param name of the agent or the model */
export function retentionTitle(name: SafeText, value: Retention | null): SafeText {
  return value === null ? say`Let ${name} inherit its cache retention` : say`Set the cache retention of ${name} to ${safeText(value)}`;
}

export const migrateTitle: SafeText = say`Replace cacheControlTtl by cacheRetention`;

/** What each choice means, how long it keeps and what it costs; prices as multiples of the input price. */
export const choiceWords: Readonly<Record<'inherit' | Retention, { readonly label: SafeText; readonly meaning: SafeText }>> = {
  inherit: { label: say`inherit`, meaning: say`no setting of its own: what is set for the model or for all counts` },
  none: { label: say`none`, meaning: say`nothing is cached: every call pays the full input price` },
  short: { label: say`short`, meaning: say`kept 5 minutes: writes at 1.25 times the input price, reads at 0.1 or less` },
  long: { label: say`long`, meaning: say`kept 1 hour: writes at 2 times the input price, reads at 0.1 or less` },
};

/** `long (5 minutes on the wire)`. */
export function standingWords({ effective, onWire }: CacheStanding): SafeText {
  if (effective === null) return say`not decided by OpenClaw`;
  return effective === 'long' && onWire === 'short' ? say`long (5 minutes on the wire)` : safeText(effective);
}

/** Where a standing comes from, short: `baseline`, `override`, `default`; a dash where OpenClaw does not decide. */
export function originWords({ from }: Pick<CacheStanding, 'from'>): SafeText {
  switch (from?.layer) {
    case undefined:
      return say`–`;
    case 'built-in':
      return say`default`;
    case 'environment':
      return say`variable`;
    case 'defaults-params':
      return say`all models`;
    case 'model-params':
      return say`baseline`;
    case 'api-key-default':
      return say`API-key default`;
    case 'agent-model-params':
    case 'agent-params':
      return say`override`;
    case 'provider':
      return say`provider`;
  }
}

/** `alerts: long (baseline) → none (override)`. */
export function effectWords({ agent, before, after }: CacheEffect): SafeText {
  return say`${safeText(agent)}: ${standingWords(before)} (${originWords(before)}) → ${standingWords(after)} (${originWords(after)})`;
}

/** The place that decides, in full. */
export function placeOfStanding({ from }: CacheStanding): SafeText {
  return from === null ? say`OpenClaw does not decide here` : layerWords(from);
}

export const cacheCommandWords = {
  help: safeText('show and change how long each agent’s prompts stay in Anthropic’s cache; without a subcommand: the editor'),
  list: safeText('the cache settings of all agents: baseline, override, effective, on the wire'),
  explain: safeText('show what decides for an agent (as clawdial explain)'),
  set: safeText('set the retention of one agent'),
  unset: safeText('take the retention of one agent away, so that it inherits'),
  baseline: safeText('set the retention of a model for all agents without one of their own'),
  migrate: safeText('replace the old cacheControlTtl by cacheRetention'),
  advise: safeText('which retention is cheapest for an agent'),
  undo: safeText('take back the last change that clawdial remembers'),
  agent: safeText('agent id'),
  value: safeText('none, short or long'),
  baselineValue: safeText('none, short, long, or inherit to take it away'),
  model: safeText('model, such as anthropic/claude-opus-4-6'),
  all: safeText('every place'),
  keep: safeText('keep what is effective today, or what the old setting meant'),
  every: safeText('how often the agent calls, such as 30m'),
  prefix: safeText('tokens that stay the same from call to call'),
  noTerminal: safeText('The editor needs a terminal. Nothing was changed.'),
  noTerminalAdvice: safeText('Use clawdial cache list, cache set AGENT VALUE or cache unset AGENT.'),
  nothingToDo: safeText('Nothing to change: it is so already.'),
  noEffect: safeText('No agent’s requests change.'),
  wouldWrite: safeText('This would be written (nothing was):'),
  willChange: safeText('What changes for agents:'),
  undoHint: safeText('clawdial undo takes this back.'),
  notRemembered: safeText('The change is saved, but it could not be noted down: clawdial undo will not find it. The copy beside the file is there.'),
  badValue: (text: SafeText): SafeText => say`"${text}" is no retention.`,
  badValueAdvice: safeText('Nothing was changed. Use none, short or long, in small letters as OpenClaw wants them.'),
  badDuration: (text: SafeText): SafeText => say`"${text}" is no length of time.`,
  badDurationAdvice: safeText('Use a number and a unit, such as 5m, 30m or 2h.'),
  badPrefix: (text: SafeText): SafeText => say`"${text}" is no number of tokens.`,
  badPrefixAdvice: safeText('Use a whole number from 1 on, such as 20000.'),
  agentOrAll: safeText('Say which agent, or --all.'),
  agentOrAllAdvice: safeText('Nothing was changed. Example: clawdial cache migrate alerts'),
  keepNeeded: safeText('What is effective today and what the old setting meant are not the same.'),
  keepNeededAdvice: safeText('Nothing was changed. Choose with --keep effective (no request changes) or --keep meant:'),
  saved: (path: SafeText): SafeText => say`Saved ${path}`,
  backup: (path: SafeText): SafeText => say`The text before is kept in ${path}`,
  changedUnderUsAdvice: safeText('Look at what is there now, then try again.'),
} as const;

/** Headings of the table. */
export const tableWords = {
  agent: safeText('Agent'),
  model: safeText('Model'),
  baseline: safeText('Baseline'),
  override: safeText('Override'),
  effective: safeText('Effective'),
  onWire: safeText('On the wire'),
  from: safeText('From'),
} as const;

/** `1h`, `5m`, `none` or a dash. */
export function wireWords({ onWire, ttl }: CacheStanding): SafeText {
  if (ttl !== null) return safeText(ttl);
  return onWire === 'none' ? say`not cached` : say`–`;
}

export function cacheWarningWords(warning: CacheWarning): SafeText {
  switch (warning.code) {
    case 'allowlist':
      return allowlistWords(safeText(warning.ref), warning.dropped);
    case 'model-unknown':
      return say`No agent uses ${safeText(warning.ref)}, and the name is not known here: look whether it is right.`;
    case 'allowlist-lifted':
      return say`This was the only entry of agents.defaults.models, which is also the list of models that may be chosen. Without it, any model may be.`;
    case 'no-effect':
      return say`Requests of ${safeText(warning.agent)} do not follow this: its provider, ${safeText(warning.provider)}, is cached by other rules.`;
    case 'hour-lost':
      return say`For ${safeText(warning.agent)} this OpenClaw turns long into 5 minutes, because the base URL is not Anthropic’s.`;
    case 'beaten':
      return say`${safeText(warning.agent)} does not follow this: ${pathWords(warning.path)} decides.`;
    case 'routing':
      return say`${safeText(warning.agent)} uses ${safeText(warning.ref)}: with params of its own OpenClaw switches off its own routing of OpenAI models.`;
    case 'gateway':
      return warning.effect === 'restart'
        ? say`A running OpenClaw gateway restarts after this, when its work at hand is done.`
        : say`A running OpenClaw gateway uses this from the next request on; it need not restart.`;
  }
}

function allowlistWords(ref: SafeText, dropped: readonly string[]): SafeText {
  const first = say`agents.defaults.models is also the list of models that may be chosen. With ${ref} as its first entry /model can choose no other; agents keep the model they start with`;
  return dropped.length === 0 ? say`${first}.` : say`${first}, but OpenClaw drops these fallbacks: ${listWords(dropped)}.`;
}

export function cacheRefusalWords(reason: CacheRefusal): Explanation {
  switch (reason.code) {
    case 'broken-config':
    case 'include':
    case 'edit':
    case 'unknown-agent':
      return refusalWords(reason);
    case 'agent-params':
      return {
        title: say`OpenClaw ${safeText(reason.version)} refuses a config in which an agent has params of its own; ${safeText(reason.firstVersion)} is the first that takes them. Nothing was changed.`,
        advice: baselineInstead(safeText(reason.ref), reason.sharing),
      };
    case 'agent-id-form':
      return {
        title: say`The id of ${safeText(reason.agentId)} is written in another form at ${pathWords(reason.at)}, and OpenClaw would ignore its params. Nothing was changed.`,
        advice: say`Write the id there as ${safeText(reason.agentId)}, then try again. The agent stays the same.`,
      };
    case 'duplicate-agent':
      return {
        title: say`Two entries of the config mean the agent ${safeText(reason.agentId)}, so it is not clear which one counts. Nothing was changed.`,
        advice: say`Remove one of them, then try again.`,
      };
    case 'model-ref':
      return {
        title: say`"${safeText(reason.written)}" names no model. Nothing was changed.`,
        advice: say`Use provider/model, such as anthropic/claude-opus-4-6.`,
      };
    case 'model-unknown':
      return {
        title: say`No agent uses ${safeText(reason.ref)}, and no such model is known here. Nothing was changed.`,
        advice: say`Did you mean ${safeText(reason.meant)}? If the name is right, let an agent use that model first.`,
      };
    case 'variable':
      return {
        title: say`${pathWords(reason.at)} in ${safeText(reason.path)} is taken from a variable. Nothing was changed.`,
        advice: say`Change the variable, or write a value there by hand.`,
      };
    case 'would-refuse':
      return wouldRefuse(reason.refusal);
    case 'cannot-keep':
      return {
        title: say`What is effective for ${safeText(reason.agent)} today cannot be kept this way. Nothing was changed.`,
        advice: say`Use --all, so that every place changes together, or --keep meant.`,
      };
  }
}

function baselineInstead(ref: SafeText, sharing: readonly string[]): SafeText {
  const first = say`What works there is the baseline of its model: clawdial cache baseline ${ref} VALUE.`;
  return sharing.length === 0 ? say`${first} No other agent uses that model.` : say`${first} It also counts for ${listWords(sharing)}.`;
}

function wouldRefuse(refusal: Extract<CacheRefusal, { readonly code: 'would-refuse' }>['refusal']): Explanation {
  const { title } = routeErrorWords({ code: 'config-refused', refusal, more: 0 }, say`this version`);
  return { title: joinSafe([say`After this change OpenClaw would refuse its config.`, title], say` `), advice: say`Nothing was changed. Correct this place first.` };
}
