import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };

export const configFromNewer: DoctorCase = {
  trouble: { config: config({}, '2026.3.13'), stores, flags: { openclawVersion: '2026.2.24' } },
  expected: { severity: 'warning', says: /2026\.3\.13 wrote this config, and 2026\.2\.24 is installed/, at: '.openclaw/openclaw.json:3', mend: /Update OpenClaw/ },
  nearMiss: { config: config({}, '2026.2.24'), stores, flags: { openclawVersion: '2026.3.13' } },
};
