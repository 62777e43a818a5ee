import type { HostEnvironment } from '../openclaw/installation.ts';
import { effectiveHome } from '../openclaw/locate.ts';

/** OpenClaw names the home by the variable that moved it (2026.2.24, section 1.1). */
export function shortener(host: HostEnvironment): (path: string) => string {
  const home = effectiveHome(host);
  const sign = (host.variables['OPENCLAW_HOME']?.trim() ?? '') === '' ? '~' : '$OPENCLAW_HOME';
  return (path) => (path === home ? sign : path.startsWith(`${home}/`) ? `${sign}${path.slice(home.length)}` : path);
}
