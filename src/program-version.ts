declare const CLAWDIAL_VERSION: string | undefined;

/** Our own version: put in by the build, `0.0.0-source` when the sources run unbuilt. */
export const programVersion: string = typeof CLAWDIAL_VERSION === 'string' ? CLAWDIAL_VERSION : '0.0.0-source';
