import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../support/homes.ts';
import { runProgram } from '../support/program.ts';

let home: TestHome;

beforeAll(async () => {
  home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.3.13' }, agents: { list: [{ id: 'main' }, { id: 'alerts' }] } } });
});

afterAll(() => home.dispose());

describe('a slip of the keys', () => {
  it.each([
    [['cahce'], 'clawdial has no command cahce. Did you mean cache?'],
    [['cache', 'lst'], 'clawdial cache has no command lst. Did you mean list?'],
    [['status', '--prfile', 'x'], 'clawdial status has no flag --prfile. Did you mean --profile?'],
    [['status', '--lagn', 'nl'], 'clawdial status has no flag --lagn. Did you mean --lang?'],
    [['onboard', '--check', 'mesage'], 'mesage is none of the values of --check: none, models, message. Did you mean message?'],
    [['demo', 'wizrd'], 'wizrd is none of the values of scene: wizard, status. Did you mean wizard?'],
    [['onboard', '--auth-choice', 'setup-tokn', '--non-interactive'], 'Did you mean setup-token?'],
    [['cache', 'set', 'alrts', 'none'], 'Did you mean alerts?'],
    [['cache', 'set', 'alerts', 'nnoe'], 'Did you mean none?'],
    [['explain', 'aler'], 'Did you mean alerts?'],
    [['models', 'status', '--agent', 'mian'], 'Did you mean main?'],
    [['doctor', '--only', 'stray-fil'], 'Did you mean stray-file?'],
    [['cache', 'set'], 'clawdial cache set needs <agent>.'],
    [['status', '--config'], '--config needs a value.'],
    [['--lang', 'nl', 'cahce'], 'clawdial heeft geen opdracht cahce. Bedoelde je cache?'],
  ])('%j', async (args, expected) => {
    const { exitCode, stdout, stderr } = await runProgram(home.home, args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  it('quotes no secret of the command line', async () => {
    const { stderr } = await runProgram(home.home, ['status', `sk-ant-api03-${'k'.repeat(93)}AA`]);
    expect(stderr).toContain('[secret]');
    expect(stderr).not.toContain('kkkkkk');
  });
});
