import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import { createContext, use } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { moreItemsWords } from '../../src/words/parts.ts';
import { marksFor, ThemeContext, type Tone } from '../theme.ts';
import { ActiveContext } from './active.ts';
import { BodyWidthContext } from './body-width.ts';
import { menuWindow, type MenuWindow } from './menu-window.ts';
import { wrapText } from './rows.ts';
import { Text } from './Text.tsx';

export interface MenuItem {
  /** Unique in its menu. */
  readonly id: string;
  readonly label: SafeText;
  /** When this is the right choice; a muted line, or more in a narrow window that is high enough. */
  readonly description?: SafeText;
  readonly tone?: Tone;
}

export interface MenuProps {
  readonly items: readonly MenuItem[];
  /** Lines that the menu may take. */
  readonly rows: number;
  /** Gets the id of the chosen item. */
  readonly onSelect: (id: string) => void;
  readonly onHighlight?: (id: string) => void;
  readonly isFocused?: boolean;
  /** The item that stands highlighted at first. */
  readonly initialId?: string;
}

interface MenuView extends Omit<MenuWindow, 'limit'> {
  readonly items: readonly MenuItem[];
  /** Cells beside the pointer. */
  readonly columns: number;
}

const pointerWidth = 2;

const MenuContext = createContext<MenuView>({ items: [], columns: 0, descriptions: 'all', isWhole: false, spaced: false });

/** A list to choose from: up and down, Enter, or the digit of an item. */
export function Menu({ items, rows, onSelect, onHighlight, isFocused = true, initialId }: MenuProps) {
  const isActive = use(ActiveContext);
  const columns = Math.max(1, use(BodyWidthContext) - pointerWidth);
  const { limit, ...view } = menuWindow(items, rows, columns);
  const initialIndex = Math.max(0, items.findIndex(({ id }) => id === initialId));
  return (
    <MenuContext value={{ items, columns, ...view }}>
      <Box flexDirection="column" flexShrink={0}>
        <SelectInput
          items={items.map(({ id }, index) => ({ key: id, value: id, label: String(index) }))}
          limit={limit}
          initialIndex={initialIndex}
          isFocused={isFocused && isActive}
          indicatorComponent={Indicator}
          itemComponent={Item}
          // With no items at all the package calls back with nothing.
          onSelect={(item: { readonly value: string } | undefined) => item !== undefined && onSelect(item.value)}
          onHighlight={(item: { readonly value: string } | undefined) => item !== undefined && onHighlight?.(item.value)}
        />
        {limit < items.length ? <Text tone="muted" wrap="cut">{moreItemsWords(limit, items.length)}</Text> : null}
      </Box>
    </MenuContext>
  );
}

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }) {
  const marks = marksFor(use(ThemeContext));
  return (
    <Box width={pointerWidth} flexShrink={0}>
      {isSelected ? <Text tone="accent" bold>{marks.pointer}</Text> : <Text>{say` `}</Text>}
    </Box>
  );
}

/** The package hands an item only its label, which therefore is the item's number. */
function Item({ label, isSelected = false }: { readonly label: string; readonly isSelected?: boolean }) {
  const { items, columns, descriptions, isWhole, spaced } = use(MenuContext);
  const item = items[Number(label)];
  if (item === undefined) {
    return null;
  }
  const description = descriptions === 'all' || (descriptions === 'selected' && isSelected) ? item.description : undefined;
  return (
    <Box flexDirection="column" flexShrink={1} flexGrow={1} marginBottom={spaced && item !== items.at(-1) ? 1 : 0}>
      <Text tone={isSelected ? 'accent' : (item.tone ?? 'text')} bold={isSelected} wrap="cut">{item.label}</Text>
      {description === undefined ? null : (isWhole ? wrapText(description, columns) : [description]).map((text, index) => <Text key={index} tone="muted" wrap="cut">{text}</Text>)}
    </Box>
  );
}
