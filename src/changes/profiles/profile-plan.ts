import type { Verdict } from '../../anthropic/verdict.ts';
import type { ProgramFacts } from '../../openclaw-program/program-facts.ts';
import type { GatewayPresence } from '../../openclaw/gateway-presence.ts';
import type { Layout } from '../../openclaw/installation.ts';
import type { SessionPin } from '../../openclaw/session-pins.ts';
import type { ProfileType, SecretReference } from '../../openclaw/snapshot.ts';
import type { Unusable } from '../../rules/candidate.ts';
import type { ProgramProblem } from '../../rules/program-problem.ts';
import type { ProfileEffect } from '../../rules/profile-effects.ts';
import type { Secret } from '../../terminal/secret.ts';
import type { CacheFacts, CacheRefusal } from '../cache-plan.ts';
import type { Change } from '../change.ts';
import type { RefusalReason } from '../save-plan.ts';
import type { GatewayEffect } from '../../rules/gateway-reload.ts';

/** What the plans for stored credentials are made from. */
export interface ProfileFacts extends CacheFacts {
  readonly gateway: GatewayPresence;
  readonly pins: readonly SessionPin[];
  /** The `openclaw` that acts where clawdial does not write; absent where it is not asked. */
  readonly program?: ProgramFacts;
}

/** A new secret for a profile that is there. */
export type NewSecret =
  | { readonly type: 'api_key'; readonly secret: Secret }
  /** `expires` in epoch ms; null records no end. */
  | { readonly type: 'token'; readonly secret: Secret; readonly expires: number | null };

/** Why a wait may be ended before its time: what was proved of a secret just now, or the word of a person. */
export type Proof = { readonly by: 'verdict'; readonly verdict: Verdict; readonly secret: Secret | null } | { readonly by: 'person'; readonly reason: string };

/** What the person wants done with the stored credentials of Anthropic. */
export type ProfileWish =
  /** The order of one agent, as `models auth order set` of OpenClaw writes it. */
  | { readonly action: 'order-set'; readonly agentId: string; readonly profileIds: readonly string[] }
  | { readonly action: 'order-clear'; readonly agentId: string }
  /** The new secret goes wherever the id is stored; `proved` says that a live check found it valid. */
  | { readonly action: 'rotate'; readonly profileId: string; readonly credential: NewSecret; readonly proved: boolean }
  | { readonly action: 'remove'; readonly profileId: string }
  /** A saved replacement takes the place of what the agent uses, once OpenClaw has tested it. */
  | { readonly action: 'activate'; readonly profileId: string; readonly agentId: string }
  | { readonly action: 'rename'; readonly profileId: string; readonly to: string }
  /** `from` null takes it from the store that all agents inherit, or from the only one that has it. */
  | { readonly action: 'copy'; readonly profileId: string; readonly to: string; readonly from: string | null }
  /** Null brings every stale copy up to date. */
  | { readonly action: 'refresh-copies'; readonly profileId: string | null }
  | { readonly action: 'clear-cooldown'; readonly profileId: string; readonly proof: Proof };

export type ProfileAction = ProfileWish['action'];

export type ProfileWarning =
  | { readonly code: 'gateway'; readonly effect: GatewayEffect }
  /** A gateway that keeps stores in memory seems to run, and a person said to go on all the same. */
  | { readonly code: 'gateway-memory'; readonly port: number }
  /** Agents that have nothing left to use. */
  | { readonly code: 'nothing-left'; readonly agentIds: readonly string[] }
  /** Stored profiles that a new order leaves out: OpenClaw does not try them any more. */
  | { readonly code: 'left-out'; readonly profileIds: readonly string[] }
  /** Places of the config that still name the old id. */
  | { readonly code: 'mentioned'; readonly profileId: string; readonly paths: readonly (readonly string[])[] }
  /** Waits that what was proved says nothing about. */
  | { readonly code: 'wait-stays'; readonly profileId: string; readonly until: number; readonly reason: string | null; readonly model: string | null }
  /** The agent has it now and OpenClaw still does not try it. */
  | { readonly code: 'stays-unused'; readonly profileId: string; readonly agentId: string; readonly because: Unusable }
  /** The store has none of its own any more, so the one of main counts again. */
  | { readonly code: 'inherits-order'; readonly agentId: string }
  /** Sessions of these agents were told to use it, and ask for it until they start anew. */
  | { readonly code: 'pins'; readonly profileId: string; readonly agentIds: readonly string[] }
  /** What goes out of the files still works at Anthropic. */
  | { readonly code: 'not-revoked'; readonly type: ProfileType }
  /** OpenClaw puts what it saves first in the order of the config. */
  | { readonly code: 'moves-first'; readonly profileId: string }
  /** OpenClaw sends one short request with it, and then makes it the profile that the agent’s model asks for. */
  | { readonly code: 'tested-first'; readonly profileId: string; readonly agentId: string }
  /** OpenClaw does it, so we cannot take it back. */
  | { readonly code: 'by-openclaw' };

export type ProfileRefusal =
  /** This layout is written by OpenClaw alone. */
  | { readonly code: 'layout'; readonly layout: Layout; readonly wish: ProfileWish }
  /** The installed OpenClaw cannot be asked. */
  | { readonly code: 'program'; readonly problem: ProgramProblem; readonly wish: ProfileWish }
  /** A gateway keeps the stores in memory and may write its own back. */
  | { readonly code: 'gateway'; readonly port: number }
  | { readonly code: 'unknown-profile'; readonly profileId: string; readonly meant: string | null; readonly known: readonly string[] }
  | { readonly code: 'other-provider'; readonly profileId: string; readonly provider: string }
  | { readonly code: 'taken'; readonly profileId: string }
  /** The stored credential is of another type than the new one. */
  | { readonly code: 'other-secret-type'; readonly profileId: string; readonly stored: ProfileType; readonly given: ProfileType }
  /** The secret is kept elsewhere, and has to be changed there. */
  | { readonly code: 'reference'; readonly profileId: string; readonly reference: SecretReference }
  /** Its secret is changed by signing in again. */
  | { readonly code: 'oauth'; readonly profileId: string }
  /** An agent has another secret under the id already. */
  | { readonly code: 'differs'; readonly profileId: string; readonly agentId: string }
  /** Several agents have it, with different secrets. */
  | { readonly code: 'which-one'; readonly profileId: string; readonly agentIds: readonly string[] }
  | { readonly code: 'not-there'; readonly profileId: string; readonly agentId: string }
  | { readonly code: 'no-profiles' }
  /** It is no replacement that waits, so there is nothing to activate. */
  | { readonly code: 'not-inactive'; readonly profileId: string }
  /** OpenClaw’s command would leave these out of the order: the agent only inherits them (2026.7.1, run). */
  | { readonly code: 'inherited-in-order'; readonly agentId: string; readonly profileIds: readonly string[]; readonly firstVersion: string }
  /** What the check proved does not speak against what the profile waits for. */
  | { readonly code: 'not-disproved'; readonly profileId: string; readonly verdict: Verdict; readonly reason: string | null; readonly model: string | null; readonly until: number }
  | Extract<RefusalReason, { readonly code: 'broken-store' | 'profile-id' | 'unknown-agent' | 'edit' }>
  | { readonly code: 'config'; readonly reason: CacheRefusal };

export type ProfilePlan =
  | {
      readonly state: 'planned';
      readonly change: Change;
      /** Agents that use something else afterwards. */
      readonly effects: readonly ProfileEffect[];
      readonly warnings: readonly ProfileWarning[];
    }
  | { readonly state: 'refused'; readonly reason: ProfileRefusal };
