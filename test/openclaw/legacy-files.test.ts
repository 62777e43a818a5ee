import { afterEach, describe, expect, it } from 'vitest';
import { agentWarnings } from '../../src/rules/agent-warnings.ts';
import { warningWords } from '../../src/words/status.ts';
import { readHome, type ReadHome } from '../support/facts.ts';
import { apiKey, apiKeyHome, type HomeContent } from '../support/homes.ts';

let made: ReadHome | null = null;

afterEach(async () => {
  await made?.home.dispose();
  made = null;
});

async function warned(content: HomeContent): Promise<readonly string[]> {
  made = await readHome(content);
  const { snapshot, credentials } = made.facts;
  return credentials.flatMap((one) => agentWarnings(snapshot, one, Date.now()).filter(({ code }) => code === 'legacy-file').map((warning) => warningWords(warning, one.agent.id, Date.now()).message));
}

const authJson = { anthropic: { type: 'api_key', key: apiKey('l') } };

describe('files of older releases', () => {
  it('are named where OpenClaw would take them over, without a word of what they hold', async () => {
    const [message = ''] = await warned({ files: { '.openclaw/agents/main/agent/auth.json': JSON.stringify(authJson) } });
    expect(message).toContain('agents/main/agent/auth.json');
    expect(message).toContain('anthropic');
    expect(message).not.toContain('lll');
  });

  it('of the OAuth directory too', async () => {
    const files = { '.openclaw/credentials/oauth.json': JSON.stringify({ anthropic: { access: 'a', refresh: 'r', expires: 1 } }) };
    expect((await warned({ files })).join()).toContain('credentials/oauth.json');
  });

  it('are passed over where a store is: auth.json is its mirror then', async () => {
    expect(await warned({ ...apiKeyHome, files: { '.openclaw/agents/main/agent/auth.json': JSON.stringify(authJson) } })).toEqual([]);
  });

  it.each(['{}', '[]', '{ torn', '{ "anthropic": "text" }'])('hold nothing when they read %j', async (text) => {
    expect(await warned({ files: { '.openclaw/agents/main/agent/auth.json': text } })).toEqual([]);
  });
});
