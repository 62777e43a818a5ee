import { Box } from 'ink';
import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { onboardWords } from '../../src/words/onboard.ts';
import { trustWords } from '../../src/words/wizard.ts';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { DashboardEvent, DashboardState } from './state.ts';

const back: MenuItem = { id: 'back', label: trustWords.back, description: trustWords.backFor };
const send: MenuItem = { id: 'trust', label: trustWords.send, description: trustWords.sendFor };

interface TrustViewProps {
  readonly state: DashboardState;
  readonly dispatch: (event: DashboardEvent) => void;
  readonly rows: number;
}

/** Asks before a secret goes to an address that is not Anthropic's; an address that must not get one is only named. */
export function TrustView({ state, dispatch, rows }: TrustViewProps) {
  const baseUrl = classifyBaseUrl(state.snapshot.baseUrl);
  const isRefused = baseUrl.kind === 'refused';
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      {isRefused ? (
        <Notice tone="bad" title={trustWords.refused(baseUrl.shown)} advice={[onboardWords.refusedBaseUrlAdvice]} />
      ) : (
        <Notice tone="attention" title={trustWords.title} advice={[trustWords.foreign(baseUrl.shown), trustWords.foreignAdvice]} />
      )}
      <Menu items={isRefused ? [back] : [back, send]} rows={rows - 6} onSelect={(id) => dispatch({ type: id === 'trust' ? 'trust' : 'back' })} />
    </Box>
  );
}
