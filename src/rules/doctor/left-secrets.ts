import type { SecretLines } from '../../openclaw/surroundings/secret-lines.ts';
import type { Found } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import type { Severity } from './finding.ts';

/** Files of one kind in which credentials were left; only places are known. */
export function leftSecrets({ surroundings }: DoctorFacts, where: SecretLines['in'], severity: Severity): readonly Found[] {
  return surroundings.secretLines
    .filter((one) => one.in === where)
    .map(({ path, lines, count }): Found => {
      const [line] = lines;
      return {
        severity,
        place: line === undefined ? { in: 'file', path } : { in: 'file', path, line },
        agents: [],
        told: { by: 'doctor', detail: { what: 'secret-lines', in: where, path, count, lines } },
        mend: null,
      };
    });
}
