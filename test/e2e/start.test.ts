import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { anthropicHome, type AnthropicHome } from '../support/anthropic-home.ts';
import { setupToken } from '../support/homes.ts';
import { keys, program, runProgram, startProgram } from '../support/program.ts';
import { startInPty, type PtySession } from '../support/pty.ts';

let home: AnthropicHome | null = null;
let session: PtySession | null = null;

afterEach(async () => {
  session?.kill('SIGKILL');
  await session?.exited;
  await home?.dispose();
  [home, session] = [null, null];
});

describe('starting', () => {
  it('on an old Node says so in one line, and nothing else', () => {
    const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, program, 'onboard'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: 'clawdial needs Node 22.12 or newer; this is Node 20.20.2. Nothing was read or written.\n' });
  });

  it.each([[['--help']], [['onboard', '--help']], [['--version']]])('%j answers on stdout, exit code 0', async (args) => {
    home = await anthropicHome();
    const finished = await runProgram(home.home, args);
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
    expect(finished.stdout).toMatch(args.includes('--version') ? /^\d+\.\d+\.\d+\n$/ : /Usage: clawdial/);
  });
});

describe('claude on this machine', () => {
  it('gets the terminal, and clawdial takes it back with every key its own', async () => {
    home = await anthropicHome();
    // A stand-in that reads a line, as the real one waits for the browser.
    const script = `#!/bin/sh\necho "claude $1 here"\nread -r line\necho "claude got [$line]"\necho "${setupToken('c')}"\n`;
    await chmod(await home.write('bin/claude', script), 0o755);
    session = startProgram(home.home, [], { env: { PATH: `${join(home.home, 'bin')}:/usr/bin:/bin` } });
    await session.until('1/6 Found');
    session.write(keys.enter + keys.down + keys.enter + keys.enter);
    await session.until('press c to run it here');
    session.write('c');
    await session.until('claude setup-token here');
    session.write('for claude\r');
    await session.until('claude got [for claude]');
    await session.until('press Enter to go back');
    session.write('\r');
    await session.until('press c to run it here');
    session.write(keys.enter);
    await session.until('Paste your setup-token');
    session.write(keys.paste(setupToken('c')));
    await session.until('setup-token sk-ant-oat01-…ccAA, 108 characters');
  });

  it('is not offered where it is not', async () => {
    home = await anthropicHome();
    session = startProgram(home.home, [], { env: { PATH: '/nonexistent' } });
    await session.until('1/6 Found');
    session.write(keys.enter + keys.down + keys.enter + keys.enter);
    await session.until('claude is not on this machine');
  });
});

describe('Ctrl+Z', () => {
  it('stops the program with the terminal as before, and fg brings the screen back with its keys', async () => {
    home = await anthropicHome();
    session = startInPty('/bin/bash', ['--norc', '--noprofile', '-i'], { env: { HOME: home.home, XDG_CONFIG_HOME: `${home.home}/.config` }, cwd: home.home });
    session.write(`'${process.execPath}' '${program}'\r`);
    await session.until('1/6 Found');
    session.write(keys.controlZ);
    await session.until('Stopped');
    session.write('echo "tty: $(stty -a | tr " " "\\n" | grep -c "^-icanon")"\r');
    await session.until('tty: 0');
    session.write('fg\r');
    await session.until('Enter continue');
    session.write(keys.enter);
    await session.until('How do you want to reach Claude?');
  });
});
