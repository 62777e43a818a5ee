import { Box } from 'ink';
import { use } from 'react';
import { pasteWords } from '../../../src/words/wizard.ts';
import { RowList } from '../../parts/RowList.tsx';
import { SecretField } from '../../parts/SecretField.tsx';
import { marksFor, ThemeContext } from '../../theme.ts';
import { ChoiceMenu } from '../ChoiceScreen.tsx';
import { pasteRows, pasteViewOf, wantedKind } from '../paste-rows.ts';
import type { ScreenProps } from './screen-props.ts';

type PasteProps = ScreenProps<'paste'>;

const fieldRows = 2;
const fewestMenuRows = 2;

/** The secret field, what is known about what stands in it, and the question whether to keep an unusual value. */
export function PasteScreen({ state, screen, dispatch, columns, rows }: PasteProps) {
  const marks = marksFor(use(ThemeContext));
  const wanted = wantedKind(screen);
  const lines = pasteRows(pasteViewOf(state, screen), columns, marks);
  const room = rows - fieldRows - 1 - (screen.asking ? fewestMenuRows + 1 : 0);
  const shown = Math.min(lines.length, room);
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <SecretField
        label={wanted === 'api-key' ? pasteWords.apiKeyTitle : pasteWords.setupTokenTitle}
        draft={screen.draft}
        onChange={(draft) => dispatch({ type: 'draft', draft })}
        onSubmit={() => dispatch({ type: 'continue' })}
        isFocused={!screen.asking}
      />
      <RowList lines={lines} columns={columns} rows={shown} scrollKeys="pages" />
      {screen.asking ? <ChoiceMenu state={state} dispatch={dispatch} rows={rows - fieldRows - shown - 2} /> : null}
    </Box>
  );
}
