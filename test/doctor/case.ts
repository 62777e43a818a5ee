import type { Expected, PatientHome } from './support.ts';

/** A trouble, and the home next door where there is none. */
export interface DoctorCase {
  readonly trouble: PatientHome;
  readonly expected: Expected;
  /** As near to the trouble as can be, without it. */
  readonly nearMiss: PatientHome;
  /** The same trouble in other forms, by what they are. */
  readonly more?: Readonly<Record<string, { readonly home: PatientHome; readonly expected: Expected }>>;
}
