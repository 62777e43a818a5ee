import { createContext } from 'react';

/** False while something lies over the screen: menus, fields and lists then leave the keys alone. */
export const ActiveContext = createContext(true);
