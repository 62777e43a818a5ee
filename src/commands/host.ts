import type { HostEnvironment } from '../openclaw/installation.ts';
import { homeDirectory } from '../terminal/home-directory.ts';

/** The surroundings this process was started in. */
export function currentHost(): HostEnvironment {
  return {
    variables: process.env,
    homeDirectory: homeDirectory(),
    workingDirectory: workingDirectory(),
    platform: process.platform,
  };
}

/** A working directory that was removed under us is no reason to fail: nothing of ours lies there. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return homeDirectory();
  }
}
