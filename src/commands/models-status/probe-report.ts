/** What became of one check, in OpenClaw's words (2026.2.24, section 4.2). */
export type ProbeStatus = 'ok' | 'auth' | 'rate_limit' | 'billing' | 'timeout' | 'format' | 'unknown';

/** An entry of `auth.probes.results`. */
export type ProbeResult = {
  readonly provider: string;
  readonly profileId?: string;
  readonly label: string;
  readonly source: 'profile' | 'env' | 'models.json';
  readonly mode: 'api_key' | 'token' | 'oauth';
  readonly status: ProbeStatus;
  readonly error?: string;
  readonly latencyMs?: number;
};

/** `auth.probes`, in OpenClaw's shape. */
export type ProbeReport = {
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly durationMs: number;
  readonly totalTargets: number;
  readonly options: {
    readonly provider?: string;
    readonly profileIds: readonly string[];
    readonly timeoutMs: number;
    readonly concurrency: number;
    readonly maxTokens: number;
  };
  readonly results: readonly ProbeResult[];
};
