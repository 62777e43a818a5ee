import type { HostFiles } from './host-files.ts';
import type { HostEnvironment } from './installation.ts';
import { textAt, valueAt } from './json-object.ts';
import type { ConfigReading } from './snapshot.ts';

/** Whether a gateway runs for an installation, as far as can be seen without asking it anything. */
export type GatewayPresence =
  /** Something on this machine listens on the gateway's port; that it is the gateway is likely, not proved. */
  | { readonly state: 'listening'; readonly port: number }
  | { readonly state: 'silent'; readonly port: number }
  /** `gateway.mode` of the config says that it runs elsewhere. */
  | { readonly state: 'remote' }
  | { readonly state: 'unknown' };

const defaultPort = 18_789;

/** The kernel's tables of TCP sockets (Linux). */
const socketTables = ['/proc/net/tcp', '/proc/net/tcp6'] as const;
const tableLimitBytes = 4 * 1024 * 1024;
const listeningState = '0A';

/** The port on which the gateway of this config listens: `OPENCLAW_GATEWAY_PORT`, `gateway.port`, else OpenClaw's own. */
export function gatewayPort(config: ConfigReading, host: HostEnvironment): number {
  const forced = Number(host.variables['OPENCLAW_GATEWAY_PORT']?.trim() ?? '');
  if (isPort(forced)) return forced;
  const configured = config.state === 'read' ? valueAt(config.resolved, 'gateway', 'port') : undefined;
  return isPort(configured) ? configured : defaultPort;
}

/** Looks whether the gateway's port is taken. Nothing is sent or connected to: only the kernel's own list is read. */
export async function gatewayPresence(config: ConfigReading, host: HostEnvironment, files: HostFiles): Promise<GatewayPresence> {
  if (config.state === 'read' && textAt(config.resolved, 'gateway', 'mode') === 'remote') return { state: 'remote' };
  const port = gatewayPort(config, host);
  const tables = await Promise.all(socketTables.map((path) => files.readText(path, tableLimitBytes)));
  const texts = tables.flatMap((reading) => (reading.ok ? [reading.image.text.reveal()] : []));
  if (texts.length === 0) return { state: 'unknown' };
  return { state: texts.some((text) => isListening(text, port)) ? 'listening' : 'silent', port };
}

/** True when a table of the kernel has a socket that listens on the port. */
export function isListening(table: string, port: number): boolean {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').some((line) => {
    const [, local = '', , state = ''] = line.trim().split(/\s+/);
    return state === listeningState && local.endsWith(wanted);
  });
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536;
}
