import { dirname } from 'node:path';
import { deadLocks } from '../../changes/dead-locks.ts';
import { backupsInJournal } from '../../changes/journal.ts';
import { findLitter } from '../../changes/litter.ts';
import { unseenLocks } from '../../changes/lock-reach.ts';
import { writability } from '../../changes/preflight.ts';
import { trackedPlaces } from '../../changes/tracked-places.ts';
import { gatewayPresence } from '../../openclaw/gateway-presence.ts';
import type { HostEnvironment } from '../../openclaw/installation.ts';
import { localFiles } from '../../openclaw/local-files.ts';
import { localRecords } from '../../openclaw/record-files.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { readSessionPins } from '../../openclaw/session-pins.ts';
import { localStatuses } from '../../openclaw/surroundings/file-status.ts';
import { privatePlaces } from '../../openclaw/surroundings/private-places.ts';
import { secretLines } from '../../openclaw/surroundings/secret-lines.ts';
import type { Surroundings } from '../../openclaw/surroundings/surroundings.ts';
import { storesOf } from '../../rules/doctor/stored-ids.ts';

/** Looks at rights, logs, histories, locks and leftovers around an installation. Writes nothing. @param now epoch ms */
export async function readSurroundings(snapshot: Snapshot, host: HostEnvironment, now: number): Promise<Surroundings> {
  const { config, mainAgentDir } = snapshot.installation;
  const written = [config.path, ...storesOf(snapshot).map(({ path }) => path)];
  const places = await privatePlaces(snapshot, localFiles, localStatuses);
  const needed = backupsInJournal(config.path);
  const lines = await secretLines(snapshot, localFiles, localStatuses, localRecords);
  return {
    // Windows has no such bits: Node makes them up there.
    places: host.platform === 'win32' ? [] : places,
    secretLines: lines.filter(({ path }) => !needed.has(path)),
    deadLocks: deadLocks(written, now),
    unseenLocks: unseenLocks(snapshot.installation.stateDir.path),
    leftovers: [...new Set(written.map((path) => dirname(path)))].flatMap(findLitter),
    tracked: trackedPlaces([...new Set([...written, ...places.filter(({ kind }) => kind === 'file').map(({ path }) => path)])]),
    gateway: await gatewayPresence(snapshot.config, host, localFiles),
    sessionPins: await readSessionPins(snapshot, localFiles),
    configIsLink: (await localFiles.kindOf(config.path)) === 'symlink',
    unwritable: snapshot.installation.present ? await writability([config.path, mainAgentDir.path]) : [],
  };
}
