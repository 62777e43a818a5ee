import { describe, expect, it } from 'vitest';
import * as en from '../../src/words/en/words.ts';
import * as nl from '../../src/words/nl/words.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('amounts', () => {
  it.each<[string, string, string, string]>([
    ['numbers', en.amounts.numberWords(1_234_567), nl.amounts.numberWords(1_234_567), '1,234,567|1.234.567'],
    ['shares', en.amounts.percentOf(0.345), nl.amounts.percentOf(0.345), '35%|35%'],
    ['sums', en.amounts.dollarsWords(1234.5), nl.amounts.dollarsWords(1234.5), '$1,234.50|$ 1.234,50'],
    ['small sums', en.amounts.dollarsWords(0.0123), nl.amounts.dollarsWords(0.0123), '$0.0123|$ 0,0123'],
    ['seconds', en.amounts.secondsWords(1.25), nl.amounts.secondsWords(1.25), '1.3 sec|1,3 sec'],
    ['one', en.check.modelsNote(1), nl.check.modelsNote(1), '1 model|1 model'],
    ['none', en.check.modelsNote(0), nl.check.modelsNote(0), '0 models|0 modellen'],
    ['many', en.check.modelsNote(1200), nl.check.modelsNote(1200), '1,200 models|1.200 modellen'],
  ])('%s', (_, english, dutch, expected) => {
    expect(`${english}|${dutch}`).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    [-5, 'less than a minute', 'minder dan een minuut'],
    [29_000, 'less than a minute', 'minder dan een minuut'],
    [31_000, '1 min', '1 min'],
    [hour, '1 hr', '1 uur'],
    [3 * hour + 20 * minute, '3 hr 20 min', '3 uur 20 min'],
    [2 * day, '2 days', '2 dagen'],
  ])('%i ms last', (duration, english, dutch) => {
    expect([en.duration.durationWords(duration), nl.duration.durationWords(duration)]).toEqual([english, dutch]);
  });

  it('a wait below a minute is told in seconds', () => {
    expect([en.duration.waitWords(30_000), nl.duration.waitWords(30_000)]).toEqual(['30 sec', '30 sec']);
    expect([en.duration.waitWords(59_400), en.duration.waitWords(59_600), en.duration.waitWords(300_000)]).toEqual(['59 sec', '1 min', '5 min']);
  });

  it.each([
    [0, 'now', 'nu'],
    [4 * minute, '4m', '4 m'],
    [3 * hour, '3h', '3 u'],
    [20 * day, '20d', '20 d'],
  ])('%i ms ago', (elapsed, english, dutch) => {
    expect([en.duration.agoWords(elapsed), nl.duration.agoWords(elapsed)]).toEqual([english, dutch]);
  });

  it.each([['en', en.duration], ['nl', nl.duration]] as const)('are told in %s as Intl tells them, without it', (language, { agoWords, waitWords, durationWords }) => {
    const told = (unitDisplay: 'narrow' | 'short', unit: string, value: number): string => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(value).replace('\u00A0', ' ');
    for (const count of [0, 1, 2, 59]) expect(waitWords(count * 1000)).toBe(told('short', 'second', count));
    for (const count of [1, 2, 59]) expect([agoWords(count * minute), durationWords(count * minute)]).toEqual([told('narrow', 'minute', count), told('short', 'minute', count)]);
    for (const count of [1, 2, 47]) expect([agoWords(count * hour), durationWords(count * hour)]).toEqual([told('narrow', 'hour', count), told('short', 'hour', count)]);
    for (const count of [2, 30, 999, 1000, 20_000]) expect([agoWords(count * day), durationWords(count * day)]).toEqual([told('narrow', 'day', count), told('short', 'day', count)]);
  });

  it.each([
    [1, '0:01', '0:01'],
    [42_000, '0:42', '0:42'],
    [5 * hour - 50_000, '4:59:10', '4:59:10'],
    [20 * day, '20d', '20 d'],
  ])('%i ms left', (remaining, english, dutch) => {
    expect([en.duration.countdownWords(remaining), nl.duration.countdownWords(remaining)]).toEqual([english, dutch]);
  });
});

describe('dates', () => {
  const noon = new Date(2026, 10, 22, 12, 5, 9).getTime();

  it('are written as the language writes them', () => {
    expect([en.date.dateWords(noon), nl.date.dateWords(noon)]).toEqual(['22 November 2026', '22 november 2026']);
    expect([en.date.timeWords(noon), nl.date.timeWords(noon)]).toEqual(['22 Nov 2026, 12:05', '22 nov 2026, 12:05']);
    expect([en.date.clockWords(noon), nl.date.clockWords(noon)]).toEqual(['12:05:09', '12:05:09']);
  });
});
