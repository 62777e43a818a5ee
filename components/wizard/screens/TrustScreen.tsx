import { Box } from 'ink';
import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import { onboardWords } from '../../../src/words/en/onboard.ts';
import { trustWords } from '../../../src/words/en/wizard.ts';
import { Menu, type MenuItem } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { ScreenProps } from './screen-props.ts';

const back: MenuItem = { id: 'back', label: trustWords.back, description: trustWords.backFor };
const send: MenuItem = { id: 'continue', label: trustWords.send, description: trustWords.sendFor };
const unchecked: MenuItem = { id: 'save-anyway', label: trustWords.unchecked, description: trustWords.uncheckedFor };

/** Asks before a secret goes to an address that is not Anthropic's; an address that must not get one is only named. */
export function TrustScreen({ state, dispatch, rows }: ScreenProps<'trust'>) {
  const baseUrl = classifyBaseUrl(state.facts.snapshot.baseUrl);
  const isRefused = baseUrl.kind === 'refused';
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      {isRefused ? (
        <Notice tone="bad" title={trustWords.refused(baseUrl.shown)} advice={[onboardWords.refusedBaseUrlAdvice]} />
      ) : (
        <Notice tone="attention" title={trustWords.title} advice={[trustWords.foreign(baseUrl.shown), trustWords.foreignAdvice]} />
      )}
      <Menu
        items={isRefused ? [back, unchecked] : [back, send, unchecked]}
        rows={rows - 5}
        onSelect={(id) => dispatch({ type: id === 'continue' ? 'continue' : id === 'save-anyway' ? 'save-anyway' : 'back' })}
      />
    </Box>
  );
}
