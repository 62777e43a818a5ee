import { Box } from 'ink';
import { useState, type ReactNode } from 'react';
import { ActiveContext } from './active.ts';
import { keyRows } from './key-rows.ts';
import { keyNames, wizardKeyLabels } from '../../src/words/keys.ts';
import type { FooterKey } from './fit-footer.ts';
import type { KeyMeaning } from './keymap.ts';
import { RowList } from './RowList.tsx';

export interface Help {
  readonly isOpen: boolean;
  /** Opens it for `?`, closes it for what closes it. @returns whether the key was meant for the help */
  readonly take: (press: { readonly input: string; readonly key: { readonly escape: boolean; readonly return: boolean; readonly ctrl: boolean } }) => boolean;
}

/** The help over a screen. @param isOffered false where `?` is a character like any other */
export function useHelp(isOffered: () => boolean): Help {
  const [isOpen, setOpen] = useState(false);
  return {
    isOpen,
    take({ input, key }) {
      // Ctrl+C leaves from anywhere.
      if (key.ctrl) return false;
      if (isOpen) {
        if (key.escape || key.return || input === 'q' || input === '?') setOpen(false);
        return true;
      }
      if (input !== '?' || !isOffered()) return false;
      setOpen(true);
      return true;
    },
  };
}

/** The keys that work while the help is open. */
export const helpFooter: readonly FooterKey[] = [
  { keys: keyNames.escape, label: wizardKeyLabels.back.short },
  { keys: keyNames.arrows, label: wizardKeyLabels.scroll.short },
];

export interface HelpLayerProps {
  readonly help: Help;
  readonly keys: readonly KeyMeaning[];
  readonly columns: number;
  readonly rows: number;
  /** The screen, which stays as it is under the help. */
  readonly children: ReactNode;
}

/** A screen, or over it every key that works there. */
export function HelpLayer({ help, keys, columns, rows, children }: HelpLayerProps) {
  return (
    <>
      {help.isOpen ? <RowList lines={keyRows(keys, columns)} columns={columns} rows={rows} /> : null}
      <Box flexDirection="column" flexShrink={0} display={help.isOpen ? 'none' : 'flex'}>
        <ActiveContext value={!help.isOpen}>{children}</ActiveContext>
      </Box>
    </>
  );
}
