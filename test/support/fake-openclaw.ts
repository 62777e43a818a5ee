import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a made-up `openclaw` does when it is asked to save something. */
export type Behaviour = 'saves' | 'saves-and-fails' | 'hangs' | 'garbage' | 'nothing' | 'asks' | 'forgets';

/**
 * Puts a program called `openclaw` into a directory of a home, with the package.json by which its version is told. It
 * notes down its arguments and environment in `record.json` of the home.
 *
 * @returns what PATH must be for it
 */
export async function fakeOpenClaw(home: string, behaviour: Behaviour, version = '2026.9.6', name = 'fake'): Promise<string> {
  const root = join(home, name);
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'openclaw', version, type: 'module' }));
  await writeFile(join(root, 'openclaw'), `#!/usr/bin/env node\n${beginning(home)}\n${actions[behaviour]}\n`, { mode: 0o755 });
  return [root, dirname(process.execPath), '/usr/bin', '/bin'].join(':');
}

function beginning(home: string): string {
  return `
import { readFileSync, writeFileSync, openSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
const argv = process.argv.slice(2);
const secret = readFileSync(0, 'utf8').trim();
writeFileSync(${JSON.stringify(join(home, 'record.json'))}, JSON.stringify({ argv, env: process.env, cwd: process.cwd() }));
const after = (flag) => argv[argv.indexOf(flag) + 1];
const configPath = process.env.OPENCLAW_CONFIG_PATH;
function save(change = (profiles) => profiles) {
  const database = new DatabaseSync(process.env.OPENCLAW_STATE_DIR + '/state/openclaw.sqlite');
  const row = database.prepare("SELECT value_json FROM config_machine_state WHERE state_key = 'authProfiles.store'").get();
  const store = JSON.parse(row?.value_json ?? '{"version":1,"profiles":{}}');
  const type = argv.includes('paste-token') ? 'token' : 'api_key';
  const value = type === 'token' ? { type, provider: 'anthropic', token: secret } : { type, provider: 'anthropic', key: secret };
  store.profiles = change({ ...store.profiles, [after('--profile-id')]: value });
  database.prepare("INSERT OR REPLACE INTO config_machine_state VALUES ('authProfiles.store', ?, 0)").run(JSON.stringify(store));
  database.close();
}
/** As OpenClaw does: the same meaning, without comments. */
function rewriteConfig(change = (config) => config) {
  const plain = readFileSync(configPath, 'utf8').replaceAll(/^\\s*\\/\\/.*$/gm, '');
  writeFileSync(configPath, JSON.stringify(change(JSON.parse(plain)), null, 2));
}`;
}

const actions: Readonly<Record<Behaviour, string>> = {
  saves: "save(); rewriteConfig(); console.log('Auth profile saved');",
  'saves-and-fails': "save(); console.error('The Gateway did not answer'); process.exitCode = 1;",
  hangs: "process.on('SIGTERM', () => undefined); spawn('sleep', ['600'], { stdio: 'inherit' }); setInterval(() => undefined, 1000);",
  garbage: "process.stdout.write('\\u001B]52;c;YQ==\\u0007\\u001B[31mbad key ' + secret + '\\u202E\\u001B[0m\\n'); process.exitCode = 7;",
  nothing: "console.log('Auth profile saved');",
  asks: "console.log('Overwrite the profile? (y/N)'); openSync('/dev/tty', 'r');",
  forgets: "save((profiles) => Object.fromEntries(Object.entries(profiles).filter(([id]) => id !== 'anthropic:old'))); rewriteConfig(({ tools, ...rest }) => rest);",
};
