import { describe, expect, test } from 'vitest';
import { plainCommand } from '../../src/commands/plain/plain-command.ts';

describe('a command for scripts in its simplest form', () => {
  test.each([
    ['models status --json', { name: 'models status', agent: undefined, check: false, installation: {} }],
    ['models status --check --json --agent Alerts', { name: 'models status', agent: 'Alerts', check: true, installation: {} }],
    ['models status --json --profile work --state-dir /s --config /c --openclaw-version 2026.3.13', { name: 'models status', installation: { profile: 'work', stateDir: '/s', config: '/c', openclawVersion: '2026.3.13' } }],
    ['explain --json', { name: 'explain', agent: undefined, installation: {} }],
    ['explain alerts --json --dev --lang nl', { name: 'explain', agent: 'alerts', installation: { dev: true } }],
  ])('%s', (line, command) => {
    expect(plainCommand(line.split(' '))).toMatchObject(command);
  });

  test.each([
    [''],
    ['--json'],
    ['models'],
    ['models --json'],
    ['models status'],
    ['models status --json --json'],
    ['models status --json --probe'],
    ['models status --json --watch'],
    ['models status --json --plain'],
    ['models status --json --agent'],
    ['models status --json --agent --check'],
    ['models status --json --agent=main'],
    ['models status --json main'],
    ['models status --json --lang xx'],
    ['--lang nl models status --json'],
    ['models status --json --help'],
    ['models status --json --'],
    ['explain'],
    ['explain a b --json'],
    ['explain --json --agent main'],
    ['explain --json --check'],
    ['explain --json --accessible'],
  ])('"%s" is left to the program', (line) => {
    expect(plainCommand(line.split(' '))).toBeNull();
  });
});
