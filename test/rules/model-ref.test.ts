import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../src/openclaw/version.ts';
import { agentModel, parseModelRef, splitPinned } from '../../src/rules/model-ref.ts';

const v2 = parseVersion('2026.2.24');
const v9 = parseVersion('2026.9.6');
if (v2 === null || v9 === null) throw new Error('no version');

test.each([
  ['anthropic/claude-opus-4-6', 'anthropic', 'claude-opus-4-6'],
  [' Anthropic / Opus-4.6 ', 'anthropic', 'claude-opus-4-6'],
  ['sonnet-4.5', 'anthropic', 'claude-sonnet-4-5'],
  ['anthropic/Claude-Opus-4-6', 'anthropic', 'Claude-Opus-4-6'],
  ['openrouter/anthropic/opus-4.6', 'openrouter', 'anthropic/opus-4.6'],
  ['bedrock/x', 'amazon-bedrock', 'x'],
  ['z.ai/glm', 'zai', 'glm'],
])('"%s" is model %s %s', (written, provider, modelId) => {
  expect(parseModelRef(written)).toEqual({ provider, modelId });
});

test.each(['', '/', 'anthropic/', '/x', ' / '])('"%s" names no model', (written) => {
  expect(parseModelRef(written)).toBeNull();
});

describe('a profile behind a model', () => {
  test.each([
    ['anthropic/claude-opus-5@anthropic:work', 'anthropic/claude-opus-5', 'anthropic:work'],
    [' opus@anthropic:work ', 'opus', 'anthropic:work'],
    ['anthropic/claude-opus-5@20260101', 'anthropic/claude-opus-5@20260101', null],
    ['anthropic/claude-opus-5@20260101@anthropic:work', 'anthropic/claude-opus-5@20260101', 'anthropic:work'],
    ['local/llama@q4_k_m', 'local/llama@q4_k_m', null],
    ['local/llama@4bit@mine', 'local/llama@4bit', 'mine'],
    ['a@b/claude-opus-5', 'a@b/claude-opus-5', null],
    ['anthropic/@x', 'anthropic/@x', null],
    ['anthropic/claude-opus-5@', 'anthropic/claude-opus-5@', null],
    ['anthropic/claude-opus-5@x@y', 'anthropic/claude-opus-5', 'x@y'],
  ])('of "%s" the model is %s and the profile %s', (written, model, profileId) => {
    expect(splitPinned(written, v9)).toEqual({ model, profileId });
  });

  test('is part of the name before 2026.5.28', () => {
    expect(agentModel({}, { model: 'anthropic/claude-opus-5@anthropic:work' }, v2)).toMatchObject({ ref: 'anthropic/claude-opus-5@anthropic:work', pinned: null });
    expect(agentModel({}, { model: 'anthropic/claude-opus-5@anthropic:work' }, v9)).toMatchObject({ ref: 'anthropic/claude-opus-5', pinned: 'anthropic:work', written: 'anthropic/claude-opus-5@anthropic:work' });
  });
});

describe('the model an agent starts with', () => {
  const models = { 'anthropic/claude-opus-4-6': {}, 'anthropic/claude-sonnet-4-6': { alias: 'Fast' }, 'openai/x': { alias: 'opus2' } };

  test.each([
    [undefined, undefined, 'anthropic/claude-opus-4-6', 'built-in', null],
    [undefined, 'opus-4.5', 'anthropic/opus-4.5', 'defaults', 'opus-4.5'],
    [undefined, 'anthropic/opus-4.5', 'anthropic/claude-opus-4-5', 'defaults', 'anthropic/opus-4.5'],
    [undefined, { primary: 'fast' }, 'anthropic/claude-sonnet-4-6', 'defaults', 'fast'],
    [undefined, 'OPUS', 'anthropic/claude-opus-4-6', 'defaults', 'OPUS'],
    [undefined, 'sonnet', 'anthropic/sonnet', 'defaults', 'sonnet'],
    ['opus2', 'fast', 'openai/x', 'agent', 'opus2'],
    [{ primary: 'openai/y', fallbacks: [] }, 'fast', 'openai/y', 'agent', 'openai/y'],
    [{ fallbacks: ['openai/y'] }, 'fast', 'anthropic/claude-sonnet-4-6', 'defaults', 'fast'],
    ['  ', 'fast', 'anthropic/claude-sonnet-4-6', 'defaults', 'fast'],
    [undefined, 'anthropic/', 'anthropic/claude-opus-4-6', 'built-in', null],
    [5, [], 'anthropic/claude-opus-4-6', 'built-in', null],
  ])('agent %j over defaults %j: %s from %s', (own, shared, ref, from, written) => {
    const config = { agents: { defaults: { models, model: shared } } };
    expect(agentModel(config, { model: own }, v2)).toMatchObject({ ref, from, written });
  });

  test('an empty alias keeps the built-in one away', () => {
    const config = { agents: { defaults: { models: { 'anthropic/claude-opus-4-6': { alias: '' } }, model: 'opus' } } };
    expect(agentModel(config, {}, v2).ref).toBe('anthropic/opus');
  });

  test('without any setting 2026.9 starts with a model of another provider', () => {
    expect(agentModel({}, {}, v9)).toMatchObject({ ref: 'openai/gpt-6-astra', provider: 'openai', modelId: 'gpt-6-astra', from: 'built-in' });
  });
});
