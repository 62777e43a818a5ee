import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const cacheVariable: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), variables: { PI_CACHE_RETENTION: 'short' } },
  expected: { severity: 'note', says: /PI_CACHE_RETENTION is set, but has no effect/, at: null, mend: null },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), variables: { PI_CACHE_RETENTION: 'long' } },
};
