import { Box } from 'ink';
import { use } from 'react';
import { choiceWords, cacheRefusalWords } from '../../src/words/cache-editor.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import { LinesAndMenu } from '../parts/LinesAndMenu.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { Notice } from '../parts/Notice.tsx';
import { RowList } from '../parts/RowList.tsx';
import { blankRow, heading, wrapped } from '../parts/rows.ts';
import { ReviewBody } from '../review/ReviewBody.tsx';
import { marksFor, ThemeContext } from '../theme.ts';
import { adviceRows } from './advice-screen.ts';
import { choices, keeps } from './editor-choices.ts';
import { previewRows, reviewRows, tableScreenRows } from './editor-rows.ts';
import type { Choice, EditorEvent, EditorScreen, EditorState } from './state.ts';

export interface EditorBodyProps {
  readonly state: EditorState;
  readonly dispatch: (event: EditorEvent) => void;
  /** Cells and lines of the body. */
  readonly columns: number;
  readonly rows: number;
}

/** The screen that the editor is on. */
export function EditorBody(props: EditorBodyProps) {
  const marks = marksFor(use(ThemeContext));
  const { state, columns, rows } = props;
  const { screen } = state;
  switch (screen.name) {
    case 'table':
      return <RowList key="table" lines={tableScreenRows(state, columns, rows, marks)} columns={columns} rows={rows} />;
    case 'advice': {
      const item = state.lines[state.selected];
      const lines = item === undefined ? [] : adviceRows(state.facts.snapshot, item, screen, columns, marks);
      return <RowList key="advice" lines={lines} columns={columns} rows={rows} scrollKeys="pages" />;
    }
    case 'menu':
      return <MenuScreen {...props} screen={screen} />;
    case 'migrate':
      return <MigrateScreen {...props} screen={screen} />;
    case 'review':
      return <ReviewScreen {...props} screen={screen} />;
  }
}

const items: readonly (MenuItem & { readonly id: Choice })[] = choices.map((id) => ({ id, label: choiceWords[id].label, description: choiceWords[id].meaning }));

type MenuProps = EditorBodyProps & { readonly screen: Extract<EditorScreen, { readonly name: 'menu' }> };

/** What may be chosen, and below it what the highlighted choice would do. */
function MenuScreen({ screen, dispatch, columns, rows }: MenuProps) {
  const marks = marksFor(use(ThemeContext));
  const preview = previewRows(screen.preview, columns, marks);
  const menuRows = Math.max(choices.length, Math.min(choices.length * 2, rows - preview.length - 1));
  const withId = (id: string, then: (choice: Choice) => void): void => {
    const choice = choices.find((one) => one === id);
    if (choice !== undefined) then(choice);
  };
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={1}>
      <Menu
        items={items}
        rows={menuRows}
        initialId={screen.highlighted}
        onHighlight={(id) => withId(id, (choice) => dispatch({ type: 'highlight', choice }))}
        onSelect={(id) => withId(id, (choice) => dispatch({ type: 'choose', choice }))}
      />
      <RowList lines={preview} columns={columns} rows={Math.max(1, rows - menuRows - 1)} scrollKeys="pages" />
    </Box>
  );
}

type MigrateProps = EditorBodyProps & { readonly screen: Extract<EditorScreen, { readonly name: 'migrate' }> };

/** What each kind of migration would do, and the choice between them. */
function MigrateScreen({ screen, dispatch, columns, rows }: MigrateProps) {
  const marks = marksFor(use(ThemeContext));
  return (
    <LinesAndMenu
      lines={[
        ...wrapped(editorWords.migrateMeaning, columns),
        ...keeps.flatMap((keep) => [blankRow, heading(editorWords.keep[keep].label), ...previewRows(screen.effects[keep], columns, marks)]),
      ]}
      items={keeps.map((keep) => ({ id: keep, ...editorWords.keep[keep] }))}
      columns={columns}
      rows={rows}
      onSelect={(id) => {
        const keep = keeps.find((one) => one === id);
        if (keep !== undefined) dispatch({ type: 'keep', keep });
      }}
    />
  );
}

type ReviewProps = EditorBodyProps & { readonly screen: Extract<EditorScreen, { readonly name: 'review' }> };

/** The change in words and as a diff; Enter writes it. */
function ReviewScreen({ state, screen, columns, rows }: ReviewProps) {
  const marks = marksFor(use(ThemeContext));
  const { plan, saving, replanned, trouble } = screen;
  if (plan.state === 'refused') {
    const { title, advice } = cacheRefusalWords(plan.reason);
    return <Notice tone="bad" title={title} advice={[advice]} />;
  }
  return (
    <ReviewBody
      title={plan.change.title}
      lines={reviewRows(plan, state.facts.snapshot.installation.home, columns, marks)}
      saving={saving}
      replanned={replanned}
      trouble={trouble}
      columns={columns}
      rows={rows}
    />
  );
}
