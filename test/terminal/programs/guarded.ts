// A small full-screen program in a terminal, for the tests of the guard and of the feed.
import { spawn } from 'node:child_process';
import { Box, render, Text, useApp, useInput } from 'ink';
import { createElement, useEffect, useState } from 'react';
import { KeyFeed } from '../../../src/terminal/key-feed.ts';
import { guardTerminal } from '../../../src/terminal/lifecycle.ts';
import { Secret } from '../../../src/terminal/secret.ts';

const secret = new Secret(process.env['CANARY'] ?? '');
const saveMs = Number(process.env['SAVE_MS'] ?? '0');
let saving: Promise<void> | null = null;
let handOver: () => Promise<void> = () => Promise.resolve();
let takeBack: () => Promise<void> = () => Promise.resolve();

const guard = guardTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  alternateScreen: true,
  secrets: () => [secret],
  beforeDeath: () => saving ?? true,
  onSuspend: () => handOver(),
  onContinue: () => takeBack(),
});
const feed = new KeyFeed({ source: process.stdin, onSuspend: () => void guard.suspendSelf(), onEnd: () => instance.unmount() });

function App() {
  const { suspendTerminal, exit } = useApp();
  const [keys, setKeys] = useState('');
  useEffect(() => {
    handOver = async () => {
      const suspension = await suspendTerminal();
      await feed.pause();
      takeBack = async () => {
        feed.resume();
        await suspension.resume();
      };
    };
  }, [suspendTerminal]);
  useInput((input) => {
    if (input === 'q') exit();
    if (input === 't') throw new Error(`thrown with ${secret.reveal()}`);
    if (input === 'u') void Promise.reject(new Error(`rejected with ${secret.reveal()}`));
    if (input === 's') saving = save();
    if (input === 'c') void readLineInChild();
    setKeys(keys + input);
  });
  return createElement(Box, { height: process.stdout.rows, flexDirection: 'column' }, createElement(Text, null, `ready keys=${keys}`));
}

/** Something that must not be cut off by a signal. */
async function save(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, saveMs);
  });
  process.stderr.write('saved\n');
}

async function readLineInChild(): Promise<void> {
  await handOver();
  const child = spawn('sh', ['-c', 'echo child ready; read -r line; echo "child got [$line]"; read -r line'], { stdio: 'inherit' });
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  await takeBack();
}

const instance = render(createElement(App), { stdin: feed.stdin, alternateScreen: true, exitOnCtrlC: false });
await instance.waitUntilExit();
feed.stop();
guard.release();
process.stdout.write('left properly\n');
