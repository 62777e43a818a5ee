import type { ProfileFacts } from '../../changes/profiles/profile-plan.ts';
import { gatewayPresence } from '../../openclaw/gateway-presence.ts';
import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { readSessionPins } from '../../openclaw/session-pins.ts';
import { readCacheFacts, type CacheReading } from '../cache/facts.ts';

/** What the commands for stored credentials work with. */
export interface ProfileReading extends ProfileFacts, CacheReading {}

/** Reads the installation, its sessions' pins, and looks for its gateway. Writes nothing. @throws ExpectedFailure on contradicting flags */
export async function readProfileFacts(flags: InstallationFlags, host: HostEnvironment): Promise<ProfileReading> {
  const reading = await readCacheFacts(flags, host);
  const { snapshot } = reading;
  return { ...reading, program: reading.facts.program, gateway: await gatewayPresence(snapshot.config, host, localFiles), pins: await readSessionPins(snapshot, localFiles) };
}
