import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import { createContext, use } from 'react';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { moreItemsWords } from '../../src/words/parts.ts';
import { marksFor, ThemeContext, type Tone } from '../theme.ts';
import { ActiveContext } from './active.ts';
import { menuWindow, type MenuWindow } from './menu-window.ts';
import { Text } from './Text.tsx';

export interface MenuItem {
  /** Unique in its menu. */
  readonly id: string;
  readonly label: SafeText;
  /** When this is the right choice; one muted line. */
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

interface MenuView extends Pick<MenuWindow, 'descriptions' | 'spaced'> {
  readonly items: readonly MenuItem[];
}

const MenuContext = createContext<MenuView>({ items: [], descriptions: 'all', spaced: false });

/** A list to choose from: up and down, Enter, or the digit of an item. */
export function Menu({ items, rows, onSelect, onHighlight, isFocused = true, initialId }: MenuProps) {
  const isActive = use(ActiveContext);
  const { limit, descriptions, spaced } = menuWindow(items, rows);
  const initialIndex = Math.max(0, items.findIndex(({ id }) => id === initialId));
  return (
    <MenuContext value={{ items, descriptions, spaced }}>
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
    <Box width={2} flexShrink={0}>
      {isSelected ? <Text tone="accent" bold>{marks.pointer}</Text> : <Text>{say` `}</Text>}
    </Box>
  );
}

/** The package hands an item only its label, which therefore is the item's number. */
function Item({ label, isSelected = false }: { readonly label: string; readonly isSelected?: boolean }) {
  const { items, descriptions, spaced } = use(MenuContext);
  const item = items[Number(label)];
  if (item === undefined) {
    return null;
  }
  const description = descriptions === 'all' || (descriptions === 'selected' && isSelected) ? item.description : undefined;
  return (
    <Box flexDirection="column" flexShrink={1} flexGrow={1} marginBottom={spaced && item !== items.at(-1) ? 1 : 0}>
      <Text tone={isSelected ? 'accent' : (item.tone ?? 'text')} bold={isSelected} wrap="cut">{item.label}</Text>
      {description === undefined ? null : <Text tone="muted" wrap="cut">{description}</Text>}
    </Box>
  );
}
