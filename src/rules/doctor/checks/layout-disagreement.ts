import type { Check } from '../check.ts';

/** The files of credentials are of another layout than the version keeps: a migration that did not happen, or a downgrade. */
export const layoutDisagreement: Check = {
  code: 'layout-disagreement',
  find: ({ snapshot }) => {
    const { version, layoutReason: reason } = snapshot.installation;
    if (reason.because !== 'disagreement') return [];
    const detail = { what: 'layout-disagreement', version: version.text, reason } as const;
    return [{ severity: 'problem', place: { in: 'file', path: reason.found }, agents: [], told: { by: 'doctor', detail }, mend: null }];
  },
};
