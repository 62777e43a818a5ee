import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { keys, program } from '../support/program.ts';
import { startInPty, type PtySession } from '../support/pty.ts';
import { FaultCount } from './support/fault-row.ts';
import { lacks } from './support/needs.ts';

const canary = `sk-ant-api03-${'CaNaRy7Zq'.repeat(10)}xyzAA`;
/** Any long enough piece of it counts. */
const piece = 'CaNaRy7ZqCaNaRy7Zq';

let home: AnthropicHome;
let session: PtySession | null = null;
let log = '';

beforeEach(async () => {
  home = await anthropicHome();
  log = `${home.home}.trace`;
});

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  session = null;
  rmSync(log, { force: true });
  await home.dispose();
});

const calls = 'execve,write,pwrite64,writev,sendto,sendmsg,connect,openat,rename,link';

function start(args: readonly string[]): PtySession {
  const env = { HOME: home.home, PATH: '/usr/bin:/bin', XDG_CONFIG_HOME: join(home.home, '.config'), TMPDIR: home.home };
  session = startInPty('strace', ['-f', '-y', '-qq', '-s', '65535', '-o', log, '-e', `trace=${calls}`, process.execPath, program, ...args], { cwd: home.home, env });
  return session;
}

/** The whole way: pasted, refused by an API that quotes it everywhere, tried again, saved, looked at on the dashboard, checked there. */
async function wholeJourney(count: FaultCount): Promise<PtySession> {
  home.server.use('echo-key');
  const at = start(['onboard']);
  await at.until('1/6 Found', 30_000);
  at.write(keys.enter + keys.enter);
  await at.until('Paste your Anthropic API key', 30_000);
  at.write(keys.paste(`export ANTHROPIC_API_KEY="${canary}"`));
  await at.until(/characters/, 30_000);
  at.write(keys.enter);
  await at.until('› Try again', 30_000);
  home.server.use('normal');
  at.write(keys.enter);
  await at.until('Valid: Anthropic answered', 30_000);
  for (const [place, typed] of [['Profile id', keys.enter], ['Default model', keys.enter], ['What will be written', keys.enter], ['Saved anthropic:default.', keys.enter]] as const) {
    at.write(typed);
    await at.until(place, 30_000);
  }
  at.write(keys.enter);
  await at.until('anthropic:default', 30_000);
  lookAtProcesses(at.pid, count);
  at.write('t');
  await at.until(/Valid|valid/, 30_000);
  at.write(keys.escape);
  at.write('q');
  await at.exited;
  return at;
}

/** What other programs of the machine can see of a process: its arguments. */
function lookAtProcesses(tracer: number, count: FaultCount): void {
  const children = readFileSync(`/proc/${tracer}/task/${tracer}/children`, 'utf8').trim().split(' ');
  for (const pid of children) {
    count.tries += 1;
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(piece)) count.leaked(`the arguments of process ${pid}`);
    if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(piece)) count.leaked(`the environment of process ${pid}`);
  }
}

/** Where the key may go: the new text of the store, and the one server. */
function mayHold(line: string): boolean {
  if (/(?:pwrite64|write)\(\d+<[^>]*\/agents\/main\/agent\/(?:\.auth-profiles\.json\.[^/>]*\.clawdial\.tmp|auth-profiles\.json\.clawdial-backup-[^/>]*)>/.test(line)) return true;
  return /(?:write|writev|sendto|sendmsg)\(\d+<(?:socket|TCP):[^>]*>/.test(line) && /x-api-key: /i.test(line);
}

/** Whatever is opened for writing: our files beside OpenClaw's, our preferences, the compiled code, the terminal. */
function mayWrite(path: string): boolean {
  if (/^\/(?:dev\/(?:null|tty|pts\/\d+)|proc\/self\/)/.test(path)) return true;
  const own = path.startsWith(`${home.home}/`) ? path.slice(home.home.length + 1) : null;
  return own !== null && /^(?:\.openclaw\/(?:agents\/main\/agent\/)?\.?(?:auth-profiles|openclaw)\.json[^/]*|\.config\/clawdial[^/]*\/[^/]*|\.cache\/clawdial\/[^/]*\.v8)$/.test(own);
}

describe.skipIf(lacks('strace', 'procfs'))('a key, from the paste to the dashboard', () => {
  it('is in no argument, environment, output, temporary file or connection but its own', async (context) => {
    const count = new FaultCount('a canary key followed through every write, exec, connection, file and byte on the screen');
    const at = await wholeJourney(count);
    const lines = readFileSync(log, 'utf8').split('\n');
    for (const line of lines) {
      count.tries += 1;
      if (line.includes(piece) && !mayHold(line)) count.leaked(line.slice(0, 300));
      const opened = /openat\([^,]*, "([^"]*)", [A-Z_|]*O_(?:WRONLY|RDWR)/.exec(line)?.[1];
      if (opened !== undefined && !mayWrite(opened)) count.leaked(`opened for writing: ${opened}`);
      const port = /connect\(.*htons\((\d+)\).*inet_addr\("([^"]*)"\)/.exec(line);
      if (port !== null && `http://${port[2]}:${port[1]}` !== home.server.url) count.leaked(`connected to ${port[2]}:${port[1]}`);
    }
    if (at.bytes().includes(piece)) count.leaked('the bytes on the screen');
    for (const name of readdirSync(home.home, { recursive: true, encoding: 'utf8' })) {
      const path = join(home.home, name);
      count.tries += 1;
      let text = '';
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        continue;
      }
      if (text.includes(piece) && path !== home.storePath()) count.leaked(path);
    }
    expect(readFileSync(home.storePath(), 'utf8')).toContain(canary);
    expect(lines.some((line) => line.includes(piece) && mayHold(line))).toBe(true);
    count.close(context);
  });
});

describe('what Node may be told to write of a process', () => {
  it('is not written, and holds no key: the operator may have set NODE_OPTIONS for all programs', async () => {
    const env = {
      HOME: home.home,
      PATH: '/usr/bin:/bin',
      XDG_CONFIG_HOME: join(home.home, '.config'),
      ANTHROPIC_API_KEY: canary,
      NODE_OPTIONS: '--report-on-signal --report-signal=SIGUSR2 --report-uncaught-exception --report-on-fatalerror',
    };
    session = startInPty(process.execPath, [program, 'status'], { cwd: home.home, env });
    await session.until('clawdial', 30_000);
    process.kill(session.pid, 'SIGUSR2');
    await session.exited;
    expect(readdirSync(home.home).filter((name) => name.startsWith('report.'))).toEqual([]);
    expect(session.bytes()).not.toContain(piece);
  });
});
