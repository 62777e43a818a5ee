import { createServer, type Server } from 'node:net';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { gatewayPort, gatewayPresence, isListening } from '../../src/openclaw/gateway-presence.ts';
import { localFiles } from '../../src/openclaw/local-files.ts';
import { readHome } from '../support/facts.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:4965 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 12345 1
   1: 0100007F:1F90 0100007F:4966 01 00000000:00000000 00:00000000 00000000  1000        0 12346 1
`;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('whether a gateway runs', () => {
  it('is read from the kernel’s list: a socket that listens on its port, no other', () => {
    expect(isListening(table, 18_789)).toBe(true);
    expect(isListening(table, 18_790)).toBe(false);
    // Connected, not listening.
    expect(isListening(table, 8080)).toBe(false);
    expect(isListening('', 18_789)).toBe(false);
  });

  it('concerns the port that OpenClaw itself would take', async () => {
    const { home, facts } = await readHome({ config: { gateway: { port: 4321 } } });
    expect(gatewayPort(facts.snapshot.config, home.host())).toBe(4321);
    expect(gatewayPort(facts.snapshot.config, home.host({ OPENCLAW_GATEWAY_PORT: '5000' }))).toBe(5000);
    expect(gatewayPort(facts.snapshot.config, home.host({ OPENCLAW_GATEWAY_PORT: 'x' }))).toBe(4321);
    expect(gatewayPort({ state: 'missing', path: '' }, home.host())).toBe(18_789);
    await home.dispose();
  });

  it.runIf(existsSync('/proc/net/tcp'))('is seen without a connection', async () => {
    let connections = 0;
    const server = createServer(() => (connections += 1));
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { home, facts } = await readHome({ config: { gateway: { port } } });
    expect(await gatewayPresence(facts.snapshot.config, home.host(), localFiles)).toEqual({ state: 'listening', port });
    expect(connections).toBe(0);
    await home.dispose();
  });

  it('is not claimed for one that runs elsewhere', async () => {
    const { home, facts } = await readHome({ config: { gateway: { mode: 'remote' } } });
    expect(await gatewayPresence(facts.snapshot.config, home.host(), localFiles)).toEqual({ state: 'remote' });
    await home.dispose();
  });
});
