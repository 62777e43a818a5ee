import { createContext } from 'react';

/** Cells that a line of the body may take; the frame sets it. */
export const BodyWidthContext = createContext(78);
