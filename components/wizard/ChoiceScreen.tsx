import { LinesAndMenu, type LinesAndMenuProps } from '../parts/LinesAndMenu.tsx';
import { Menu, type MenuProps } from '../parts/Menu.tsx';
import { choicesOf } from './menus.ts';
import type { WizardEvent, WizardState } from './state.ts';

interface ChoiceProps {
  readonly state: WizardState;
  readonly dispatch: (event: WizardEvent) => void;
}

/** A question with the choices that the present screen has. */
export function ChoiceScreen({ state, dispatch, ...place }: ChoiceProps & Pick<LinesAndMenuProps, 'lines' | 'columns' | 'rows'>) {
  return <LinesAndMenu {...place} {...menuOf({ state, dispatch })} />;
}

/** The choices alone, where what is asked stands above them already. */
export function ChoiceMenu({ state, dispatch, rows }: ChoiceProps & Pick<MenuProps, 'rows'>) {
  return <Menu rows={rows} {...menuOf({ state, dispatch })} />;
}

function menuOf({ state, dispatch }: ChoiceProps): Pick<MenuProps, 'items' | 'onSelect'> {
  const choices = choicesOf(state);
  return {
    items: choices,
    onSelect: (id) => {
      const choice = choices.find((one) => one.id === id);
      if (choice !== undefined) dispatch(choice.event);
    },
  };
}
