import { measureElement, useCursor, useWindowSize, type DOMElement } from 'ink';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Cells of the pointer before the text of a field. */
export const pointerCells = 2;

/**
 * Puts the terminal's own cursor into a field, so that an input method (IME) opens its window there and a magnifier
 * follows.
 *
 * @param cells from the start of the line to the caret
 * @param row lines below the top of the box
 * @returns the ref of the box
 */
export function useCaret(cells: number, isFocused: boolean, row = 0): RefObject<DOMElement | null> {
  const line = useRef<DOMElement>(null);
  const [origin, setOrigin] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { setCursorPosition } = useCursor();
  // A line moves when the window changes; it is measured again then.
  useWindowSize();
  // After every render: what stands above it may have grown. It ends, because the same place sets nothing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    if (line.current === null) return;
    const { x, y } = measureElement(line.current);
    setOrigin((known) => (known?.x === x && known.y === y ? known : { x, y }));
  });
  setCursorPosition(isFocused && origin !== null ? { x: origin.x + cells, y: origin.y + row } : undefined);
  return line;
}
