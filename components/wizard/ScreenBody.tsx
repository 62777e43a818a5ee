import { AgentsScreen } from './screens/AgentsScreen.tsx';
import { CheckScreen } from './screens/CheckScreen.tsx';
import { ChooseScreen } from './screens/ChooseScreen.tsx';
import { DoneScreen } from './screens/DoneScreen.tsx';
import { FoundScreen } from './screens/FoundScreen.tsx';
import { NameScreen } from './screens/NameScreen.tsx';
import { NoticeScreen } from './screens/NoticeScreen.tsx';
import { ObtainScreen } from './screens/ObtainScreen.tsx';
import { PasteScreen } from './screens/PasteScreen.tsx';
import { ReviewScreen } from './screens/ReviewScreen.tsx';
import { TrustScreen } from './screens/TrustScreen.tsx';
import type { WizardEvent, WizardState } from './state.ts';

interface ScreenBodyProps {
  readonly state: WizardState;
  readonly dispatch: (event: WizardEvent) => void;
  readonly columns: number;
  readonly rows: number;
}

/** The component of the present screen. */
export function ScreenBody(props: ScreenBodyProps) {
  const { screen } = props.state;
  switch (screen.name) {
    case 'found':
      return <FoundScreen {...props} screen={screen} />;
    case 'choose':
      return <ChooseScreen {...props} screen={screen} />;
    case 'notice':
      return <NoticeScreen {...props} screen={screen} />;
    case 'obtain':
      return <ObtainScreen {...props} screen={screen} />;
    case 'agents':
      return <AgentsScreen {...props} screen={screen} />;
    case 'paste':
      return <PasteScreen {...props} screen={screen} />;
    case 'trust':
      return <TrustScreen {...props} screen={screen} />;
    case 'check':
      return <CheckScreen key={screen.id} {...props} screen={screen} />;
    case 'name':
      return <NameScreen {...props} screen={screen} />;
    case 'review':
      return <ReviewScreen {...props} screen={screen} />;
    case 'done':
      return <DoneScreen {...props} screen={screen} />;
  }
}
